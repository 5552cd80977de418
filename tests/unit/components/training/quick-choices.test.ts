import { expect, test } from "vitest";
import { type ClaimChoice, quickChoices } from "@/components/training/claim-choices";

type Wish = { counts?: boolean; met?: boolean; isAhead?: boolean };
const choice = (key: string, needs: ClaimChoice["needs"], { counts = true, met = false, isAhead = false }: Wish = {}) =>
  ({ key, needs, counts, isAhead, progress: { met } }) as ClaimChoice;
const keys = (choices: readonly ClaimChoice[]) => choices.map(({ key }) => key);

const open = [
  choice("report", ["periodCovered"]),
  choice("meeting", []),
  choice("accuracy", ["judged", "right"]),
  choice("pair duty", ["supervision", "mentorPresent"]),
  choice("incidents", ["incidentRef"]),
  choice("can explain", [], { counts: false }),
];

test("four likely criteria are in view, every other one that a plain record can serve is a tick away", () => {
  const { likely, others } = quickChoices(open);
  expect(keys(likely)).toEqual(["report", "meeting", "accuracy", "pair duty"]);
  expect(keys(others)).toEqual(["incidents", "can explain"]);
});

test("what a mentor only judges is never among the likely ones", () => {
  const { likely, others } = quickChoices(open.filter(({ key }) => key === "can explain"));
  expect([keys(likely), keys(others)]).toEqual([[], ["can explain"]]);
});

test("what needs more than the quick log has, is met or lies ahead is left to the whole form", () => {
  const rest = [
    choice("diagram", ["parts"]),
    choice("drill", ["subCase", "supervision"]),
    choice("reading", ["readingItem"]),
    choice("technique", ["technique"]),
    choice("proof", ["evidence"]),
    choice("met", [], { met: true }),
    choice("later", [], { isAhead: true }),
  ];
  expect(quickChoices(rest)).toEqual({ likely: [], others: [] });
});
