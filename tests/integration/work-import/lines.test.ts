import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { importWork } from "@/lib/work-import/commands";
import { aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { type Alert, alerts, aSource, bringInWork, previewWork } from "@/tests/support/work-files";
import { aMapping } from "@/tests/support/work-mappings";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let sourceId: string;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (refusal: object) => ({ ok: false, refusal });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.night);
  sourceId = await aSource(world.teams.hq, await as("makoto"), aMapping(), {
    "suzuki.r": "ren@aoba.example",
    "sato.m": "misaki@aoba.example",
    bot: null,
  });
});

const many = (count: number): Alert[] =>
  Array.from({ length: count }, (_, index) => [
    `A-${index}`,
    `2026/${10 + (index % 2)}/${String(1 + (index % 19)).padStart(2, "0")}`,
    index % 3 === 0 ? "sato.m" : "suzuki.r",
    "検知",
    index % 10 === 0 ? "誤検知" : "検知",
  ]);

describe("three bad lines in ten thousand", () => {
  const file = (() => {
    const lines = many(10_000);
    lines[41] = ["A-41", "2026/13/01", "suzuki.r", "検知", "検知"];
    lines[4999] = ["A-4999", "2026/11/10", "nobody", "検知", "検知"];
    lines[9998] = ["A-0", "2026/11/10", "suzuki.r", "検知", "検知"];
    return alerts(...lines);
  })();

  test("stop everything until the person, who is told which, leaves exactly these out", async () => {
    const caller = await as("makoto");
    const shown = await previewWork(sourceId, file, caller);
    expect(shown.counts).toEqual({ bad: 3, new: 9997, changed: 0, unchanged: 0, aside: 0 });
    expect(shown.lines.map(({ row, problems }) => [row, problems[0]?.code])).toEqual([
      [43, "DayUnreadable"],
      [5001, "AnalystUnknown"],
      [10_000, "DuplicateId"],
    ]);
    const { seen } = shown.file;
    expect(await importWork({ sourceId, seen, leaveOut: null }, caller)).toEqual(
      refused({ code: "WorkNotClean", count: 3 }),
    );
    expect(await importWork({ sourceId, seen, leaveOut: "others" }, caller)).toEqual(
      refused({ code: "BadLinesChanged" }),
    );
    expect(await db().practiceRecord.count()).toBe(0);

    const done = await importWork({ sourceId, seen, leaveOut: shown.badKey }, caller);
    expect(done).toMatchObject({ ok: true, value: { counts: { bad: 3, new: 9997 } } });
    expect(await db().workItem.count()).toBe(9997);
    const { leftOut } = await db().workImport.findFirstOrThrow();
    expect(leftOut).toMatchObject([{ row: 43 }, { row: 5001 }, { row: 10_000, problems: [{ values: { row: 2 } }] }]);
  });
});

describe("lines that cannot be imported", () => {
  test.each<[string, Alert, string]>([
    ["without an id", ["", "2026/11/10", "suzuki.r", "検知", "検知"], "ExternalIdMissing"],
    ["without a day", ["A-1", "", "suzuki.r", "検知", "検知"], "DayMissing"],
    ["with a day of another form", ["A-1", "10/11/2026", "suzuki.r", "検知", "検知"], "DayUnreadable"],
    ["in the future", ["A-1", "2026/11/21", "suzuki.r", "検知", "検知"], "HappenedInFuture"],
    ["beyond the policy's reach", ["A-1", "2015/04/01", "suzuki.r", "検知", "検知"], "DayTooLongAgo"],
    ["without an analyst", ["A-1", "2026/11/10", "", "検知", "検知"], "AnalystMissing"],
    ["of an unknown analyst", ["A-1", "2026/11/10", "tanaka", "検知", "検知"], "AnalystUnknown"],
    ["without a verdict", ["A-1", "2026/11/10", "suzuki.r", "", "検知"], "VerdictMissing"],
    ["with a word that means nothing here", ["A-1", "2026/11/10", "suzuki.r", "検知", "たぶん"], "VerdictUnknown"],
  ])("%s", async (_name, line, code) => {
    const shown = await previewWork(sourceId, alerts(line), await as("makoto"));
    expect(shown.counts.bad).toBe(1);
    expect(shown.lines[0]?.problems.map((each) => each.code)).toEqual([code]);
  });

  test.each<[string, Alert, string]>([
    ["not judged finally yet", ["A-1", "2026/11/10", "suzuki.r", "検知", ""], "noFinalVerdict"],
    ["undecided", ["A-1", "2026/11/10", "suzuki.r", "保留", "検知"], "verdictAside"],
    ["of somebody whose work is not recorded", ["A-1", "2026/11/10", "BOT", "検知", "検知"], "analystAside"],
  ])("%s is left aside without being wrong", async (_name, line, reason) => {
    const shown = await previewWork(sourceId, alerts(line), await as("makoto"));
    expect(shown.counts).toMatchObject({ aside: 1, bad: 0 });
    expect(shown.lines).toMatchObject([{ reason }]);
  });

  test("the file as a whole: a column that is not there, and no CSV at all", async () => {
    const caller = await as("makoto");
    const shown = await previewWork(
      sourceId,
      "アラートID,日付,担当者,一次判定\r\nA-1,2026/11/10,suzuki.r,検知\r\n",
      caller,
    );
    expect(shown.problems).toEqual([
      { row: 1, column: "finalVerdict", code: "WorkColumnMissing", values: { name: "最終判定" } },
    ]);
    expect((await previewWork(sourceId, 'a,"b\r\n', caller)).problems).toMatchObject([{ code: "NotCsv" }]);
    expect(await bringInWork(sourceId, "アラートID\r\n", caller)).toMatchObject(refused({ code: "WorkNotClean" }));
  });
});

describe("whose work it is", () => {
  const both: Alert[] = [
    ["A-1", "2026/11/10", "suzuki.r", "検知", "検知"],
    ["A-2", "2026/11/10", "sato.m", "検知", "検知"],
  ];

  test("a manager of a team imports their own people's, and other people's analysts are refused line by line", async () => {
    const own = await aSource(world.teams.night, await as("akari"), aMapping(), { "suzuki.r": "ren@aoba.example" });
    await db().workAnalyst.create({
      data: {
        ...{ sourceId: own, alias: "sato.m", shown: "sato.m", setAt: now },
        personId: world.people.misaki.id,
        setById: world.people.makoto.id,
      },
    });
    const shown = await previewWork(own, alerts(...both), await as("akari"));
    expect(shown.counts).toMatchObject({ new: 1, bad: 1 });
    expect(shown.lines).toMatchObject([{ row: 3, problems: [{ code: "NotFound" }] }]);
    expect(shown.shares.map(({ person }) => person.name)).toEqual(["鈴木 蓮"]);
    await bringInWork(own, alerts(...both), await as("akari"), true);
    expect(await db().practiceRecord.count({ where: { personId: world.people.misaki.id } })).toBe(0);
  });

  test("a mentor imports their trainees' only", async () => {
    const own = await aSource(world.teams.night, await as("kenichi"), aMapping(), { "suzuki.r": "ren@aoba.example" });
    expect(await bringInWork(own, alerts(...both.slice(0, 1)), await as("kenichi"))).toMatchObject({ ok: true });
    const { importedById } = await db().workImport.findFirstOrThrow();
    expect(importedById).toBe(world.people.kenichi.id);
  });

  test.each(["yuko", "shin", "emi", "misaki", "nao", "soto"] as const)(
    "%s, of whom it is none of the business, is told that nothing is there",
    async (name) => {
      const caller = await as(name);
      expect(await importWork({ sourceId, seen: "x", leaveOut: null }, caller)).toEqual(refused({ code: "NotFound" }));
    },
  );

  test("an alert that is another person's already is refused", async () => {
    await bringInWork(sourceId, alerts(both[0] as Alert), await as("makoto"));
    const shown = await previewWork(
      sourceId,
      alerts(["A-1", "2026/11/10", "sato.m", "検知", "検知"]),
      await as("makoto"),
    );
    expect(shown.lines).toMatchObject([{ problems: [{ code: "ImportedForOther" }] }]);
  });
});
