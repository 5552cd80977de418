import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { importWork } from "@/lib/work-import/commands";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { shiftJis, utf8 } from "@/tests/support/csv-text";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";
import { alerts, aSource, bringInWork, previewWork, untold } from "@/tests/support/work-files";
import { aMapping } from "@/tests/support/work-mappings";

const now = new Date("2026-11-20T01:00:00Z");
const ACCURACY = "g3.s2.alert-judgement";
let world: World;
let sourceId: string;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

const TWO_DAYS = alerts(
  ["A-1", "2026/11/10 09:12", "suzuki.r", "検知", "検知"],
  ["A-2", "2026/11/10 10:40", "suzuki.r", "誤検知", "検知"],
  ["A-3", "2026-11-10", "SUZUKI.R", "誤検知", "誤検知"],
  ["A-4", "2026年11月11日", "ｓｕｚｕｋｉ．ｒ", "誤検知", "誤検知"],
);

const recordsOf = (name: PersonaName) =>
  db().practiceRecord.findMany({
    where: { personId: world.people[name].id },
    include: { claims: true, evidence: true, imported: { include: { items: true } } },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
  });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await recognisedUpTo(await enrolmentOf(world.people.ren, "soc-monitoring"), world.people.makoto, 1);
  await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.soc);
  sourceId = await aSource(world.teams.soc, await as("makoto"), aMapping(), { "suzuki.r": "ren@aoba.example" });
});

describe("a file of alert judgements", () => {
  test.each([
    ["UTF-8", utf8(TWO_DAYS)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${TWO_DAYS}`)],
    ["Shift_JIS", shiftJis(TWO_DAYS)],
  ])("in %s becomes one record for each day, with its numbers and a claim that waits", async (_encoding, bytes) => {
    const caller = await as("makoto");
    const shown = await previewWork(sourceId, bytes, caller);
    expect(shown).toMatchObject({ counts: { new: 4, bad: 0 }, badKey: null, unknown: [] });
    expect(shown.shares).toMatchObject([{ records: 2, corrected: 0, items: 4, judged: 4, right: 3, otherClaims: 0 }]);
    expect(shown.shares[0]?.claims).toContainEqual({ criterionCode: ACCURACY, count: 2 });
    expect(await recordsOf("ren")).toEqual([]);

    const done = await importWork({ sourceId, seen: shown.file.seen, leaveOut: null }, caller);
    expect(done).toMatchObject({ ok: true, value: { counts: { new: 4, changed: 0 } } });
    const records = await recordsOf("ren");
    expect(records).toMatchObject([
      { happenedOn: new Date("2026-11-10"), kind: "alertJudgement", judged: 3, right: 2, title: "アラートの一次判定" },
      { happenedOn: new Date("2026-11-11"), kind: "alertJudgement", judged: 1, right: 1, supervision: null },
    ]);
    expect(records[0]?.evidence).toMatchObject([{ value: `SOCアラート台帳 SHA-256:${shown.file.seen}` }]);
    expect(records[0]?.imported?.items.map(({ externalId }) => externalId).sort()).toEqual(["A-1", "A-2", "A-3"]);
    expect(records[0]?.claims.map(({ criterionCode }) => criterionCode)).toContain(ACCURACY);
    expect(await db().verification.count()).toBe(0);
  });

  test("the audit says what each person got and what the file was, in numbers", async () => {
    const done = await bringInWork(sourceId, TWO_DAYS, await as("makoto"));
    if (!done.ok) throw new Error("refused");
    const { importId } = done.value as { importId: string };
    const events = await eventsAbout(world.people.ren.id);
    expect(events.map(({ action }) => action)).toEqual(["RecordLogged", "RecordLogged"]);
    expect(events[0]).toMatchObject({ actor: world.people.makoto.id, body: { importId, kind: "alertJudgement" } });
    expect(await eventsAbout(importId)).toMatchObject([{ action: "WorkFileImported", body: { new: 4, bad: 0 } }]);
    expect(await untold()).toEqual([]);
    expect(await asOwner((client) => client.query("select * from audit.verify()"))).toMatchObject({ rows: [] });
  });

  test("the same file again does nothing", async () => {
    await bringInWork(sourceId, TWO_DAYS, await as("makoto"));
    const shown = await previewWork(sourceId, TWO_DAYS, await as("makoto"));
    expect(shown.counts).toMatchObject({ unchanged: 4, new: 0, changed: 0 });
    expect(await importWork({ sourceId, seen: shown.file.seen, leaveOut: null }, await as("makoto"))).toEqual(
      refused("WorkAlreadyImported"),
    );
    expect(await recordsOf("ren")).toHaveLength(2);
    expect(await db().workImport.count()).toBe(1);
  });
});

describe("the same file at the same time", () => {
  test("sent twenty times at once it is imported once", async () => {
    const caller = await as("makoto");
    const { file } = await previewWork(sourceId, TWO_DAYS, caller);
    const answers = await atOnce(20, () => importWork({ sourceId, seen: file.seen, leaveOut: null }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(["NothingToImport", "Busy"]).toContain(answer.refusal.code);
    }
    expect(await recordsOf("ren")).toHaveLength(2);
    expect(await db().workItem.count()).toBe(4);
  });

  test("sent by two people at once it is imported once", async () => {
    const [makoto, kenichi] = [await as("makoto"), await as("kenichi")];
    const { file } = await previewWork(sourceId, TWO_DAYS, makoto);
    await previewWork(sourceId, TWO_DAYS, kenichi);
    const request = { sourceId, seen: file.seen, leaveOut: null };
    const answers = await Promise.all([importWork(request, makoto), importWork(request, kenichi)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await recordsOf("ren")).toHaveLength(2);
  });

  test("another file chosen meanwhile is not imported unread", async () => {
    const caller = await as("makoto");
    const { file } = await previewWork(sourceId, TWO_DAYS, caller);
    await previewWork(sourceId, alerts(["B-1", "2026/11/12", "suzuki.r", "検知", "検知"]), caller);
    const answer = await importWork({ sourceId, seen: file.seen, leaveOut: null }, caller);
    expect(answer).toEqual(refused("ImportFileChanged"));
    expect(await recordsOf("ren")).toEqual([]);
  });
});

describe("formulas and zeros of a spreadsheet", () => {
  test("are read as the text that they stand for, and never run", async () => {
    const file = alerts(
      ['="00123"', "2026/11/10", "suzuki.r", "検知", "検知"],
      ["'=1+1", "2026/11/10", "suzuki.r", "検知", "検知"],
      ['=HYPERLINK("https://evil.example";"x")', "2026/11/10", "suzuki.r", "検知", "検知"],
    );
    await bringInWork(sourceId, file, await as("makoto"));
    const items = await db().workItem.findMany({ orderBy: { externalId: "asc" } });
    expect(items.map(({ externalId }) => externalId).sort()).toEqual(
      ["00123", "=1+1", '=HYPERLINK("https://evil.example";"x")'].sort(),
    );
  });
});
