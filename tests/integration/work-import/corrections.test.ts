import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { correctRecord, withdrawClaim, withdrawRecord } from "@/lib/records/commands";
import { findForForm } from "@/lib/records/queries";
import { verifyImported } from "@/lib/work-import/commands";
import { eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo } from "@/tests/support/practice";
import { aSignOff, enrolmentOf } from "@/tests/support/training";
import { type Alert, alerts, aSource, bringInWork, previewWork, untold } from "@/tests/support/work-files";
import { aMapping } from "@/tests/support/work-mappings";

const now = new Date("2026-11-20T01:00:00Z");
const ACCURACY = "g3.s2.alert-judgement";
let world: World;
let sourceId: string;
let monitoring: { id: string };
const as = async (name: PersonaName, at = now) => ({ actor: await actorOf(world.people[name].id), now: at });

const DAY_10: Alert[] = [
  ["A-1", "2026/11/10", "suzuki.r", "検知", "検知"],
  ["A-2", "2026/11/10", "suzuki.r", "誤検知", "誤検知"],
  ["A-3", "2026/11/10", "suzuki.r", "誤検知", "誤検知"],
];
const DAY_11: Alert[] = [["A-4", "2026/11/11", "suzuki.r", "検知", "検知"]];
/** Two final verdicts of the tenth turned round. */
const TURNED: Alert[] = DAY_10.map(([id, day, who, first, last], place) => [
  id,
  day,
  who,
  first,
  place < 2 ? "検知" : last,
]);

const imported = async (...lines: Alert[]) => {
  const done = await bringInWork(sourceId, alerts(...lines), await as("makoto"), true);
  if (!done.ok || !("importId" in done.value)) throw new Error("not imported");
  return done.value;
};
const standing = () =>
  db().practiceRecord.findMany({
    where: { personId: world.people.ren.id, withdrawnAt: null, correctedBy: null },
    include: { claims: { where: { withdrawnAt: null } } },
    orderBy: [{ happenedOn: "asc" }, { id: "asc" }],
  });
const previewed = async (...lines: Alert[]) => previewWork(sourceId, alerts(...lines), await as("makoto"));
const codesOf = ({ lines }: Awaited<ReturnType<typeof previewed>>) =>
  lines.map(({ row, problems }) => [row, ...problems.map(({ code }) => code)]);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  monitoring = await enrolmentOf(world.people.ren, "soc-monitoring");
  await recognisedUpTo(monitoring, world.people.makoto, 1);
  await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.soc);
  sourceId = await aSource(world.teams.soc, await as("makoto"), aMapping(), { "suzuki.r": "ren@aoba.example" });
});

const verifyAll = async (importId: string) =>
  verifyImported({ importId, people: [world.people.ren.id] }, await as("kenichi"));

describe("final verdicts that changed", () => {
  test("make a correction of their day: the claims move and wait again, the other day stays verified", async () => {
    const { importId } = await imported(...DAY_10, ...DAY_11);
    expect(await verifyAll(importId)).toMatchObject({ ok: true, value: { verified: 2, refused: [] } });
    const shown = await previewed(...TURNED, ...DAY_11);
    expect(shown).toMatchObject({ counts: { changed: 1, unchanged: 3, new: 0, bad: 0 } });
    expect(shown.shares).toMatchObject([{ records: 1, corrected: 1, judged: 3, right: 2 }]);
    await imported(...TURNED, ...DAY_11);

    const [tenth, eleventh] = await standing();
    expect(tenth).toMatchObject({ judged: 3, right: 2, happenedOn: new Date("2026-11-10") });
    expect(tenth?.correctsId).not.toBeNull();
    expect(tenth?.claims.every(({ isUnverified }) => isUnverified)).toBe(true);
    expect(eleventh?.claims.some(({ isUnverified }) => isUnverified)).toBe(false);
    const before = await db().practiceRecord.findUniqueOrThrow({
      where: { id: tenth?.correctsId ?? "" },
      include: { claims: true, imported: { include: { items: true } } },
    });
    expect(before).toMatchObject({ judged: 3, right: 3 });
    expect(before.claims.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(before.imported?.items.every(({ supersededAt }) => supersededAt !== null)).toBe(true);
    const last = (await eventsAbout(world.people.ren.id)).at(-1);
    expect(last).toMatchObject({
      action: "RecordCorrected",
      body: { recordId: tenth?.id, correctsId: tenth?.correctsId },
    });
  });

  test("later alerts of a day join its record", async () => {
    await imported(...DAY_10);
    await imported(["A-9", "2026/11/10", "suzuki.r", "検知", "誤検知"]);
    const [tenth, ...others] = await standing();
    expect(others).toEqual([]);
    expect(tenth).toMatchObject({ judged: 4, right: 3 });
    expect(await db().workItem.count({ where: { recordId: tenth?.id ?? "", supersededAt: null } })).toBe(4);
  });

  test("a day that changed leaves its old record, which ends when nothing is left of it", async () => {
    await imported(...DAY_10, ...DAY_11);
    await imported(
      ["A-4", "2026/11/10", "suzuki.r", "検知", "検知"],
      ["A-1", "2026/11/12", "suzuki.r", "検知", "検知"],
    );
    expect((await standing()).map(({ happenedOn, judged }) => [happenedOn.toISOString().slice(0, 10), judged])).toEqual(
      [
        ["2026-11-10", 3],
        ["2026-11-12", 1],
      ],
    );
    expect(await db().workItem.count({ where: { supersededAt: null } })).toBe(4);
    expect(await untold()).toEqual([]);
  });
});

describe("what stands in the way of a correction", () => {
  const frozenBy = async (importId: string) => {
    await verifyAll(importId);
    const [claim] = await db().recordClaim.findMany({
      where: { criterionCode: ACCURACY },
      include: { verifications: true },
    });
    const frozen = [{ claimId: claim?.id ?? "", verification: { id: claim?.verifications[0]?.id ?? "" } }];
    await aSignOff(monitoring, 2, { by: world.people.kenichi, trainee: world.people.ren, frozen });
  };

  test("what a sign-off rests on is refused by name; the rest can be imported without it", async () => {
    const { importId } = await imported(...DAY_10);
    await frozenBy(importId);
    const shown = await previewed(...TURNED, ...DAY_11);
    expect(codesOf(shown)).toEqual([[3, "RecordFrozen"]]);
    expect(await imported(...TURNED, ...DAY_11)).toMatchObject({ counts: { bad: 1, new: 1, unchanged: 2 } });
    expect((await standing()).map(({ judged, right }) => [judged, right])).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });

  test("later alerts of a frozen day get a record of their own", async () => {
    const { importId } = await imported(...DAY_10);
    await frozenBy(importId);
    await imported(["A-9", "2026/11/10", "suzuki.r", "検知", "誤検知"]);
    expect((await standing()).map(({ judged, right }) => `${right} of ${judged}`).sort()).toEqual(["0 of 1", "3 of 3"]);
  });

  test("a record that the trainee took back or corrected by hand stays theirs", async () => {
    await imported(...DAY_10, ...DAY_11);
    const [tenth, eleventh] = await standing();
    await withdrawRecord({ recordId: eleventh?.id ?? "" }, await as("ren"));
    const form = await findForForm((await as("ren")).actor, tenth?.id ?? "");
    if (!form) throw new Error("no form");
    const input = { ...form.draft, did: "自分で見直した。", onceKey: newId(), recordId: tenth?.id ?? "" };
    expect(await correctRecord(input, await as("ren"))).toMatchObject({ ok: true });
    const shown = await previewed(...TURNED, ["A-4", "2026/11/11", "suzuki.r", "検知", "誤検知"]);
    expect(codesOf(shown)).toEqual([
      [3, "AlreadyCorrected"],
      [5, "RecordWithdrawn"],
    ]);
  });

  test("what the trainee does not want to count is not claimed again", async () => {
    await imported(...DAY_10);
    const [tenth] = await standing();
    const claim = tenth?.claims.find(({ criterionCode }) => criterionCode === ACCURACY);
    await withdrawClaim({ claimId: claim?.id ?? "" }, await as("ren"));
    await imported(...TURNED);
    const [again] = await standing();
    expect(again?.claims.map(({ criterionCode }) => criterionCode)).not.toContain(ACCURACY);
    expect(again?.claims.length).toBe((tenth?.claims.length ?? 0) - 1);
  });
});
