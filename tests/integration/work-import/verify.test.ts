import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { sendBackClaims } from "@/lib/reviews/commands";
import { listTraining } from "@/lib/training/queries";
import { verifyImported } from "@/lib/work-import/commands";
import { findImport, findOrigin, findOriginItems, listImports } from "@/lib/work-import/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { asApp, emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";
import { type Alert, alerts, aSource, bringInWork } from "@/tests/support/work-files";
import { aMapping } from "@/tests/support/work-mappings";

const now = new Date("2026-11-20T01:00:00Z");
const ACCURACY = "g3.s2.alert-judgement";
let world: World;
let sourceId: string;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

const FILE: Alert[] = Array.from({ length: 60 }, (_, index) => [
  `A-${index}`,
  `2026/11/${String(1 + (index % 6)).padStart(2, "0")}`,
  "suzuki.r",
  index % 2 === 0 ? "検知" : "誤検知",
  index % 12 === 0 ? "誤検知" : index % 2 === 0 ? "検知" : "誤検知",
]);

const imported = async (lines: Alert[] = FILE) => {
  const done = await bringInWork(sourceId, alerts(...lines), await as("makoto"));
  if (!done.ok || !("importId" in done.value)) throw new Error("not imported");
  return done.value.importId;
};
const verifiedBy = async (name: PersonaName, importId: string) =>
  verifyImported({ importId, people: [world.people.ren.id] }, await as(name));

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await recognisedUpTo(await enrolmentOf(world.people.ren, "soc-monitoring"), world.people.makoto, 1);
  await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.soc);
  sourceId = await aSource(world.teams.soc, await as("makoto"), aMapping(), { "suzuki.r": "ren@aoba.example" });
});

/** The criterion as Ren's own page measures it. */
async function accuracyOfRen() {
  const { actor } = await as("ren");
  const view = (await listTraining(actor, actor.id, now)).find(({ training }) => training.ref.roleGroupCode !== null);
  const step = view?.measured.find((each) => each.step === 2);
  return step?.progress?.criteria.find(({ criterionCode }) => criterionCode === ACCURACY);
}

describe("what was imported", () => {
  test("waits like any other record: nothing counts until a mentor has verified it", async () => {
    const importId = await imported();
    expect(await accuracyOfRen()).toMatchObject({ have: 0, met: false });
    expect(await verifiedBy("kenichi", importId)).toMatchObject({ ok: true, value: { verified: 6, refused: [] } });
    const tree = await accuracyOfRen();
    const counted = FILE.filter(([, , , first, last]) => first === last).length;
    expect(tree).toMatchObject({
      have: 60,
      parts: [{ have: 60 }, { have: Math.floor((counted * 1000) / FILE.length) / 10 }],
    });
    const { rows } = await asApp((client) =>
      client.query(
        `select count(*)::int as judged, count(*) filter (where verdict = "finalVerdict")::int as "right" from "WorkItem"`,
      ),
    );
    expect(rows).toEqual([{ judged: 60, right: counted }]);
    expect(counted).toBe(55);
  });

  test("is verified once, whoever presses how often", async () => {
    const importId = await imported();
    const kenichi = await as("kenichi");
    const form = { importId, people: [world.people.ren.id] };
    const answers = await atOnce(5, () => verifyImported(form, kenichi));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().verification.count({ where: { claim: { criterionCode: ACCURACY } } })).toBe(6);
    const events = await eventsAbout(world.people.ren.id);
    expect(events.filter(({ action }) => action === "ClaimsVerified")).toHaveLength(6);
    expect(await verifiedBy("kenichi", importId)).toMatchObject({ ok: true, value: { verified: 0 } });
  });

  test("of more days than one transaction takes, by two mentors at once, is verified once", async () => {
    await aMentorship(world.people.taro, "soc-monitoring", world.teams.soc);
    const days = Array.from({ length: 130 }, (_, index) => new Date(now.getTime() - (index + 1) * 86_400_000));
    const importId = await imported(
      days.map((day, index) => [`D-${index}`, day.toISOString().slice(0, 10), "suzuki.r", "検知", "検知"]),
    );
    const answers = await Promise.all([verifiedBy("kenichi", importId), verifiedBy("taro", importId)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().verification.count({ where: { claim: { criterionCode: ACCURACY } } })).toBe(130);
    const events = await eventsAbout(world.people.ren.id);
    expect(events.filter(({ action }) => action === "ClaimsVerified")).toHaveLength(130);
    expect(await accuracyOfRen()).toMatchObject({ have: 130, met: true });
    expect(await verifiedBy("kenichi", importId)).toMatchObject({ ok: true, value: { verified: 0 } });
  });

  test.each(["ren", "makoto", "yuko", "shin", "emi", "nao", "soto"] as const)("is not %s's to verify", async (name) => {
    const importId = await imported();
    expect(await verifiedBy(name, importId)).toEqual(refused("NotFound"));
    expect(await db().verification.count()).toBe(0);
  });

  test("by nobody for themselves, also not by the importer who is a mentor", async () => {
    await aMentorship(world.people.ren, "soc-monitoring", world.teams.night);
    const { actor } = await as("ren");
    const done = await bringInWork(sourceId, alerts(...FILE), await as("makoto"));
    if (!done.ok || !("importId" in done.value)) throw new Error("not imported");
    expect(await verifyImported({ importId: done.value.importId, people: [actor.id] }, { actor, now })).toEqual(
      refused("NotFound"),
    );
  });

  test("but was sent back is looked at on its own", async () => {
    const importId = await imported(FILE.slice(0, 2));
    const [claim] = await db().recordClaim.findMany({ where: { criterionCode: ACCURACY }, orderBy: { id: "asc" } });
    const reasons = new Map([[claim?.id ?? "", "日付を確かめてください。"]]);
    await sendBackClaims({ recordId: claim?.recordId ?? "", reasons }, await as("kenichi"));
    await verifiedBy("kenichi", importId);
    expect(await db().verification.count({ where: { claimId: claim?.id ?? "" } })).toBe(0);
    expect(await db().verification.count({ where: { claim: { criterionCode: ACCURACY } } })).toBe(1);
  });
});

describe("the pages of an import", () => {
  test("say who imported what when, with the numbers of each person and what waits for the reader", async () => {
    const importId = await imported();
    const seen = await findImport((await as("kenichi")).actor, importId);
    expect(seen).toMatchObject({
      listed: { fileName: "judgements.csv", added: 60, changed: 0, left: 0, by: { name: "渡辺 誠" } },
      shares: [
        {
          name: "鈴木 蓮",
          records: 6,
          items: 60,
          judged: 60,
          right: 55,
          firstOn: "2026-11-01",
          lastOn: "2026-11-06",
          waiting: 6,
          mine: 6,
        },
      ],
    });
    expect(await findImport((await as("makoto")).actor, importId)).toMatchObject({ shares: [{ waiting: 6, mine: 0 }] });
    const { teams } = world;
    expect(await listImports([teams.soc.id], 1)).toMatchObject({
      total: 1,
      imports: [{ importId, sourceName: "SOCアラート台帳" }],
    });
    expect(await listImports([teams.plant.id], 1)).toEqual({ imports: [], total: 0 });
    for (const name of ["yuko", "akari", "ren", "shin", "emi", "soto"] as const) {
      expect(await findImport((await as(name)).actor, importId)).toBeNull();
    }
  });

  test("a record says that it came from an import, to its trainee and to those who see it", async () => {
    await imported();
    const { recordId } = await db().importedRecord.findFirstOrThrow({ orderBy: { record: { happenedOn: "asc" } } });
    for (const name of ["ren", "kenichi", "makoto", "akari"] as const) {
      const { actor } = await as(name);
      expect(await findOrigin(actor, recordId)).toMatchObject({
        sourceName: "SOCアラート台帳",
        by: { name: "渡辺 誠" },
        items: 10,
      });
      expect((await findOriginItems(actor, recordId, 1))?.items).toHaveLength(10);
    }
    for (const name of ["misaki", "yuko", "shin", "emi", "soto"] as const) {
      const { actor } = await as(name);
      expect(await findOrigin(actor, recordId)).toBeNull();
      expect(await findOriginItems(actor, recordId, 1)).toBeNull();
    }
  });
});
