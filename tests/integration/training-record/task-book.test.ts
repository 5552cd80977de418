import { beforeEach, expect, test } from "vitest";
import { bookWords } from "@/components/task-book/book-words";
import { taskBookPaper } from "@/components/task-book/task-book-paper";
import { curriculumWords, latestEdition } from "@/lib/curriculum/queries";
import { shortCodeOf } from "@/lib/domain/short-code";
import { listTraining, stepIn } from "@/lib/training/queries";
import { emptyDatabase } from "@/tests/support/database";
import { bare, PRINTED_BY, textOfPdf, wordsOn } from "@/tests/support/paper";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { enrolmentOf, tasksDone } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const organisation = { nameJa: "みなと電機 CSIRT", nameEn: "Minato Electric CSIRT" };
let world: World;
let liaison: { id: string };

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

async function bookOf(step: string, locale: "ja" | "en" = "ja") {
  const enrolments = await listTraining(await actorOf(world.people.misaki.id), world.people.misaki.id, now);
  const found = stepIn(enrolments, { enrolmentId: liaison.id, step });
  if (!found) throw new Error(`no STEP ${step}`);
  const seen = { ...found, trainee: found.enrolment.training.trainee };
  return taskBookPaper(seen, bookWords(await curriculumWords(locale)), { by: PRINTED_BY, at: now, organisation });
}

test.each(["ja", "en"] as const)(
  "a STEP's book has its goals, tasks, criteria with their codes, and lines to write on (%s)",
  async (locale) => {
    const paper = await bookOf("1", locale);
    expect(paper.blocks.map(({ id }) => id)).toEqual(["person", "goals", "tasks", "criteria", "log"]);
    const printed = (await textOfPdf(paper, now)).join("");
    for (const words of wordsOn(paper)) expect(printed, words).toContain(bare(words));
    const words = await curriculumWords(locale);
    for (const { code } of (await latestEdition()).criteriaOf("liaison-coordination", 1, [])) {
      expect(printed).toContain(shortCodeOf(code));
      expect(printed).toContain(bare(words.title(code)));
    }
  },
);

test("the points that a mentor judges are listed one by one", async () => {
  const paper = await bookOf("2");
  expect(paper.blocks.map(({ id }) => id)).toContain("points");
});

test("of common education the topics: what is learned has its day, the rest a box", async () => {
  await tasksDone(liaison, ["g1.common.logical-thinking"], "2026-10-01");
  const topics = (await bookOf("0")).blocks.find(({ id }) => id === "topics");
  if (topics?.kind !== "table") throw new Error("no topics");
  const days = topics.rows.map(({ cells }) => cells[2]);
  expect(days.filter((day) => day === "2026/10/01")).toHaveLength(1);
  expect(topics.rows.filter(({ cells }) => typeof cells[0] === "object")).toHaveLength(3);
});

test("no two criteria of the curriculum have the same code on paper", async () => {
  const { structure } = await latestEdition();
  const codes = structure.roleGroups.flatMap(({ steps }) =>
    steps.flatMap((step) => step.criteria.map(({ code }) => code)),
  );
  expect(codes.length).toBeGreaterThan(80);
  expect(new Set(codes.map(shortCodeOf)).size).toBe(new Set(codes).size);
});
