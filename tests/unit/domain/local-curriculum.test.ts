import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EditionStructure } from "@/lib/domain/curriculum";
import { itemsOf } from "@/lib/domain/edition-items";
import {
  type Addition,
  add,
  type ChangeFacts,
  compose,
  deadEnds,
  exempt,
  hasPlace,
  isLocal,
  mayChangeLocally,
  withdraw,
} from "@/lib/domain/local-curriculum";
import { ownCurriculum } from "@/tests/support/own-curriculum";
import { kenichi, makoto, misaki, shin } from "@/tests/support/reviewing";

const { structure: base } = ownCurriculum().curriculum;
const NOTHING = { additions: [], exempted: [] };
const codesOf = (structure: EditionStructure) => itemsOf(structure).map(({ code }) => code);
const stepOf = (structure: EditionStructure, group: string, step: number) => {
  const found = structure.roleGroups.find(({ code }) => code === group)?.steps.find((each) => each.step === step);
  if (!found) throw new Error(`no STEP${step} of ${group}`);
  return found;
};
const place = { roleGroupCode: "soc-monitoring", step: 2 } as const;
const rule = { kind: "count", need: 3, unit: "times", counts: {} } as const;
const criterion: Addition = { ...place, section: "criterion", node: { code: "local.drill", rule } };
const task: Addition = { ...place, section: "task", node: { code: "local.task", kind: "work", children: [] } };
const goal: Addition = { ...place, section: "goal", node: { code: "local.goal", children: [] } };
const reference: Addition = { ...place, section: "reference", node: { code: "local.ref", children: [] } };
const topic: Addition = { roleGroupCode: null, step: 0, section: "topic", node: { code: "local.topic", children: [] } };
const common: Addition = { ...topic, roleGroupCode: "forensics", node: { code: "local.common", children: [] } };

describe("the composed edition", () => {
  test("without changes is the content's", () => {
    expect(compose(base, NOTHING)).toEqual(base);
  });

  test("has what was added, each at the end of its section and nowhere else", () => {
    const made = compose(base, { additions: [criterion, task, goal, reference, topic, common], exempted: [] });
    const step = stepOf(made, "soc-monitoring", 2);
    expect(step.criteria.at(-1)).toEqual(criterion.node);
    expect(step.tasks.at(-1)).toEqual(task.node);
    expect(step.goals.at(-1)).toEqual(goal.node);
    expect(step.references.at(-1)).toEqual(reference.node);
    expect(made.basicEducation.at(-1)).toEqual(topic.node);
    expect(made.roleGroups.find(({ code }) => code === "forensics")?.commonEducation.at(-1)).toEqual(common.node);
    expect(codesOf(made).filter((code) => !codesOf(base).includes(code))).toHaveLength(6);
    expect(stepOf(made, "soc-monitoring", 1)).toEqual(stepOf(base, "soc-monitoring", 1));
  });

  test("lacks what was exempted, at any depth", () => {
    const exempted = ["g3.s2.pair-duty", "g3.s2.goal.1.1", "g3.s2.task.1", "basic.defences.network"];
    const made = codesOf(compose(base, { additions: [], exempted }));
    expect(
      codesOf(base)
        .filter((code) => !made.includes(code))
        .sort(),
    ).toEqual(expect.arrayContaining([...exempted].sort()));
    for (const code of exempted) expect(made).not.toContain(code);
  });

  test("what has lost all its parts goes with them", () => {
    const nested = {
      ...base,
      basicEducation: [
        { code: "a", children: [{ code: "a.1", children: [] }] },
        { code: "b", children: [] },
      ],
    };
    expect(compose(nested, { additions: [], exempted: ["a.1"] }).basicEducation).toEqual([{ code: "b", children: [] }]);
  });

  test("a heading takes its criteria with it", () => {
    const headed = base.roleGroups
      .flatMap(({ steps }) => steps.flatMap(({ criteria }) => criteria))
      .find(({ heading }) => heading);
    const made = codesOf(compose(base, { additions: [], exempted: [headed?.heading ?? ""] }));
    expect(made).not.toContain(headed?.code);
  });

  test("a team may exempt what the organisation added", () => {
    expect(compose(base, { additions: [criterion], exempted: ["local.drill"] })).toEqual(base);
  });

  test("whatever is exempted, only that and what stands below is gone; nothing comes, nothing changes place", () => {
    const all = codesOf(base);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...all), { maxLength: 6 }), (exempted) => {
        const made = codesOf(compose(base, { additions: [], exempted }));
        expect(made.every((code) => all.includes(code) && !exempted.includes(code))).toBe(true);
        expect(made).toEqual(all.filter((code) => made.includes(code)));
      }),
      { numRuns: 40 },
    );
  });
});

describe("a STEP that nobody could sign off", () => {
  test("there is none in the content, nor after additions", () => {
    expect(deadEnds(base)).toEqual([]);
    expect(deadEnds(compose(base, { additions: [criterion, topic], exempted: [] }))).toEqual([]);
  });

  test("without its criteria a STEP is one, unless one was added", () => {
    const exempted = stepOf(base, "soc-monitoring", 2).criteria.map(({ code }) => code);
    expect(deadEnds(compose(base, { additions: [], exempted }))).toEqual([place]);
    expect(deadEnds(compose(base, { additions: [criterion], exempted }))).toEqual([]);
  });

  test("so is a track of it without criteria", () => {
    const diagnosis = stepOf(base, "vulnerability-management", 2).criteria.filter(
      ({ track }) => track !== "management",
    );
    const exempted = diagnosis.map(({ code }) => code);
    expect(deadEnds(compose(base, { additions: [], exempted }))).toEqual([
      { roleGroupCode: "vulnerability-management", step: 2 },
    ]);
  });

  test("so is an education without topics", () => {
    const exempted = base.basicEducation.map(({ code }) => code);
    expect(deadEnds(compose(base, { additions: [], exempted }))).toEqual([{ roleGroupCode: null, step: 0 }]);
  });
});

test("where an item may stand", () => {
  expect(hasPlace({ roleGroupCode: null, step: 0 }, "topic")).toBe(true);
  expect(hasPlace({ roleGroupCode: "forensics", step: 0 }, "topic")).toBe(true);
  expect(hasPlace(place, "topic")).toBe(false);
  expect(hasPlace(place, "criterion")).toBe(true);
  expect(hasPlace({ roleGroupCode: "forensics", step: 0 }, "criterion")).toBe(false);
  expect([isLocal("local.drill"), isLocal("g3.s2.pair-duty")]).toEqual([true, false]);
});

const rootTeamIds = ["hq"];
const organisation = { rootTeamIds, team: null };
const soc = { rootTeamIds, team: { teamId: "soc", ancestorIds: ["soc", "hq"] } };
const ofSoc = { ...makoto, managedTeamIds: ["soc"] };
const refused = (code: string) => ({ ok: false, refusal: { code } });
const facts = (wish: Partial<ChangeFacts> = {}): ChangeFacts => ({
  reach: organisation,
  codes: new Set(["g3.s2.pair-duty"]),
  isExempted: false,
  after: [base],
  ...wish,
});

describe("who changes what", () => {
  test("the organisation's: who sets its numbers; a team's: its manager as well", () => {
    expect([shin, makoto, ofSoc, kenichi, misaki].map((actor) => mayChangeLocally(actor, organisation))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([shin, makoto, ofSoc, kenichi].map((actor) => mayChangeLocally(actor, soc))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test("exempting what is there, once, and never so that a STEP is left empty", () => {
    expect(exempt("g3.s2.pair-duty", facts(), makoto).ok).toBe(true);
    expect(exempt("g3.s2.pair-duty", facts({ reach: soc }), ofSoc).ok).toBe(true);
    expect(exempt("g3.s2.pair-duty", facts(), ofSoc)).toEqual(refused("NotFound"));
    expect(exempt("g3.s2.pair-duty", facts({ reach: null }), shin)).toEqual(refused("NotFound"));
    expect(exempt("g9.nothing", facts(), makoto)).toEqual(refused("NotFound"));
    expect(exempt("g3.s2.pair-duty", facts({ isExempted: true }), makoto)).toEqual(refused("ItemExemptedBefore"));
    const empty = { ...base, basicEducation: [] };
    expect(exempt("g3.s2.pair-duty", facts({ after: [base, empty] }), makoto)).toEqual(refused("StepWouldBeEmpty"));
  });

  test("adding where such an item stands", () => {
    expect(add({ ...place, section: "criterion" }, facts(), makoto).ok).toBe(true);
    expect(add({ ...place, section: "topic" }, facts(), makoto)).toEqual(refused("LocalItemHasNoPlace"));
    expect(add({ ...place, section: "criterion" }, facts(), kenichi)).toEqual(refused("NotFound"));
  });

  test("taking back, once, and never so that a STEP is left empty", () => {
    const standing = { isWithdrawn: false };
    expect(withdraw(standing, facts(), makoto).ok).toBe(true);
    expect(withdraw(null, facts(), makoto)).toEqual(refused("NotFound"));
    expect(withdraw(standing, facts(), misaki)).toEqual(refused("NotFound"));
    expect(withdraw({ isWithdrawn: true }, facts(), makoto)).toEqual(refused("LocalChangeWithdrawn"));
    const empty = { ...base, basicEducation: [] };
    expect(withdraw(standing, facts({ after: [empty] }), makoto)).toEqual(refused("StepWouldBeEmpty"));
  });
});
