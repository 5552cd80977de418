import { performance } from "node:perf_hooks";
import { beforeEach, describe, expect, test } from "vitest";
import { importFile } from "@/lib/import/commands";
import { db } from "@/lib/platform/db";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant } from "@/tests/support/builders";
import { preview } from "@/tests/support/csv-files";
import { csv, utf8 } from "@/tests/support/csv-text";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

const RECOGNITION = ["メールアドレス", "役割グループ", "STEP", "認定日", "理由"];
const earlier = csv(
  RECOGNITION,
  ["misaki@aoba.example", "1", "2", "2026/4/1", "前職での経験"],
  ["ren@aoba.example", "soc-monitoring", "1", "2026/4/1", "前職での経験"],
);

async function kept(kind: "people" | "recognitions", text: string, name: PersonaName) {
  const caller = await as(name);
  const shown = await preview(kind, utf8(text), caller);
  if (!shown.ok) throw new Error(shown.refusal.code);
  return { caller, shown: shown.value, form: { kind, seen: shown.value.file.seen } };
}

describe("the same file of recognitions at the same time", () => {
  const everything = async () => ({
    recognitions: await db().recognition.count(),
    told: (await eventsAbout(world.people.misaki.id)).filter(({ action }) => action === "StepsRecognised").length,
  });

  test("by one manager, twenty times: once, and the others are told that nothing is left to import", async () => {
    const { form, caller } = await kept("recognitions", earlier, "makoto");
    const answers = await atOnce(20, () => importFile(form, caller));
    expect(answers.filter(({ ok }) => ok)).toMatchObject([{ value: { counts: { new: 2 } } }]);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    expect(refusals).toHaveLength(19);
    for (const code of refusals) expect(["NothingToImport", "Busy"]).toContain(code);
    // Basic education, common education and STEP1 and 2 of Misaki; basic, common and STEP1 of Ren.
    expect(await everything()).toEqual({ recognitions: 7, told: 1 });
  });

  test("by two managers: one grants it, the other is told that all of it stands already", async () => {
    await aGrant(world.people.kenichi, "manager", world.teams.hq);
    const [one, other] = [
      await kept("recognitions", earlier, "makoto"),
      await kept("recognitions", earlier, "kenichi"),
    ];
    expect(other.shown.counts).toMatchObject({ new: 2, unchanged: 0 });
    const answers = await Promise.all([one, other].map(({ form, caller }) => importFile(form, caller)));
    const counts = answers.map((answer) => (answer.ok ? answer.value.counts : answer.refusal));
    expect(counts).toContainEqual({ bad: 0, new: 2, changed: 0, unchanged: 0 });
    expect(counts).toContainEqual({ bad: 0, new: 0, changed: 0, unchanged: 2 });
    expect(await everything()).toEqual({ recognitions: 7, told: 1 });
  });
});

describe("ten thousand lines", () => {
  const HEADER = ["社員番号", "氏名", "氏名カナ", "メールアドレス", "所属コード"];
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      `N${String(index).padStart(5, "0")}`,
      `社員 ${index}`,
      "しゃいん",
      `new-${index}@aoba.example`,
      index % 2 === 0 ? "soc" : "plant",
    ]);

  test("with three bad ones: exactly these are named by their lines, and nothing is imported", async () => {
    const lines = many(10_000);
    lines[41] = (lines[41] ?? []).with(3, "not an address");
    lines[4999] = (lines[4999] ?? []).with(4, "moon");
    lines[9998] = (lines[9998] ?? []).with(0, "N00000");
    const before = await db().person.count();
    const begun = performance.now();
    const { form, caller, shown } = await kept("people", csv(HEADER, ...lines), "shin");
    const previewed = performance.now();
    expect(shown.counts).toEqual({ bad: 3, new: 9997, changed: 0, unchanged: 0 });
    expect(shown.lines.map(({ row, problems }) => [row, problems[0]?.column, problems[0]?.code])).toEqual([
      [43, "email", "notAnEmail"],
      [5001, "team", "TeamUnknown"],
      [10_000, "employeeNumber", "LineRepeated"],
    ]);
    expect(await importFile(form, caller)).toEqual({ ok: false, refusal: { code: "ImportNotClean", count: 3 } });
    const refused = performance.now();
    expect(await db().person.count()).toBe(before);
    process.stdout.write(
      `10,000 people, 3 bad lines: previewed in ${Math.round(previewed - begun)} ms, refused in ${Math.round(refused - previewed)} ms\n`,
    );
  });

  test("and one more, or of recognitions, is said before a line is read", async () => {
    const people = await kept("people", csv(HEADER, ...many(10_001)), "shin");
    expect(people.shown.problems).toMatchObject([{ code: "TooManyLines", values: { lines: 10_001, maximum: 10_000 } }]);
    const line = ["misaki@aoba.example", "1", "2", "2026/4/1", "前職での経験"];
    const recognitions = await kept("recognitions", csv(RECOGNITION, ...Array(10_000).fill(line)), "makoto");
    expect(recognitions.shown.problems).toMatchObject([{ code: "TooManyLines", values: { maximum: 2_000 } }]);
  });
});
