import { beforeEach, describe, expect, test } from "vitest";
import { editionInForce } from "@/lib/curriculum/queries";
import { moveEnrolments } from "@/lib/edition/commands";
import { findEditionChange, listEditions } from "@/lib/edition/queries";
import { moveForm } from "@/lib/edition/schema";
import { addLocalItem } from "@/lib/local-curriculum/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { localItem } from "@/tests/support/local-item";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let pair: { from: string; to: string };
let liaison: { id: string };
let monitoring: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

/** Misaki is in STEP1 of liaison with an incident verified, Ren in the education of SOC monitoring; the organisation then adds a criterion. */
beforeEach(async () => {
  await emptyDatabase();
  await db().$executeRaw`delete from "CurriculumWording" where words ? 'local'`;
  await db().$executeRaw`delete from "CurriculumEdition" where "baseId" is not null`;
  world = await aWorld();
  const { misaki, makoto, kenichi, ren } = world.people;
  liaison = await enrolmentOf(misaki, "liaison-coordination");
  monitoring = await enrolmentOf(ren, "soc-monitoring");
  await recognisedUpTo(liaison, makoto, 0);
  await db().personStanding.update({ where: { enrolmentId: liaison.id }, data: { completedStep: 0, openStep: 1 } });
  await verifiedRecords(misaki, liaison, kenichi, [{ kind: "incident", claims: ["g1.s1.incident-reports"] }]);
  const { editionId: from } = await db().enrolment.findUniqueOrThrow({ where: { id: liaison.id } });
  expect((await addLocalItem(localItem(), await as("makoto"))).ok).toBe(true);
  pair = { from, to: (await editionInForce(world.teams.hq.id)).editionId };
});

const change = async (name: PersonaName = "makoto") => findEditionChange((await as(name)).actor, pair);
const form = async (wish: object = {}) => {
  const found = await change();
  const rows = found?.rows ?? [];
  return moveForm.parse({
    onceKey: newId(),
    ...pair,
    shown: rows.map(({ ref }) => ref.enrolmentId),
    moving: rows.filter(({ hasBegun }) => !hasBegun).map(({ ref }) => ref.enrolmentId),
    digest: found?.digest ?? "-",
    reason: "",
    ...wish,
  });
};
const editionOf = async ({ id }: { id: string }) =>
  (await db().enrolment.findUniqueOrThrow({ where: { id } })).editionId;

describe("what is shown", () => {
  test("the editions that people are still measured by, for who manages them", async () => {
    expect(await listEditions((await as("makoto")).actor)).toMatchObject([
      { fromId: pair.from, toId: pair.to, enrolments: 5, changes: 1 },
    ]);
    expect(await listEditions((await as("akari")).actor)).toMatchObject([{ enrolments: 2 }]);
    expect(await listEditions((await as("kenichi")).actor)).toBeNull();
  });

  test("what changed, and who has begun: the rule lets them stay", async () => {
    const found = await change();
    expect(found?.changes.map(({ before, after }) => [before, after?.section])).toEqual([[null, "criterion"]]);
    const begun = found?.rows.filter(({ hasBegun }) => hasBegun).map(({ ref }) => ref.enrolmentId);
    expect([found?.rows.length, begun]).toEqual([5, [liaison.id]]);
    expect(await findEditionChange((await as("makoto")).actor, { from: newId(), to: pair.to })).toBeNull();
    expect((await change("akari"))?.rows).toHaveLength(2);
  });
});

describe("moving", () => {
  test("by the rule: who has begun stays, others move, each a fact and an event", async () => {
    expect(await moveEnrolments(await form(), await as("makoto"))).toEqual({ ok: true, value: { moved: 4, stays: 1 } });
    expect([await editionOf(liaison), await editionOf(monitoring)]).toEqual([pair.from, pair.to]);
    expect(await db().editionDecision.count({ where: { outcome: "moved", cause: "rule" } })).toBe(4);
    expect((await eventsAbout(world.people.ren.id)).at(-1)).toMatchObject({
      action: "EnrolmentMovedToEdition",
      actor: world.people.makoto.id,
      body: { fromEditionId: pair.from, toEditionId: pair.to, cause: "rule" },
    });
    expect((await change())?.rows.map(({ ref }) => ref.enrolmentId)).toEqual([liaison.id]);
  });

  test("otherwise with a reason", async () => {
    const otherwise = { shown: [liaison.id], moving: [liaison.id] };
    const found = await change();
    const digestOfOne = async () => (await form({ ...otherwise, digest: found?.digest })).digest;
    expect(await moveEnrolments(await form({ ...otherwise, digest: await digestOfOne() }), await as("makoto"))).toEqual(
      refused("EditionStale"),
    );
    const all = { moving: (found?.rows ?? []).map(({ ref }) => ref.enrolmentId) };
    expect(await moveEnrolments(await form(all), await as("makoto"))).toEqual(refused("EditionReasonMissing"));
    const reason = "全員を同じ版にそろえる";
    expect((await moveEnrolments(await form({ ...all, reason }), await as("makoto"))).ok).toBe(true);
    expect(await editionOf(liaison)).toBe(pair.to);
    expect(await db().editionDecision.findMany({ where: { cause: "manager" } })).toMatchObject([
      { enrolmentId: liaison.id, outcome: "moved", reason },
    ]);
  });

  test("not what changed since it was shown: a first record was verified meanwhile", async () => {
    const asked = await form();
    const { ren, kenichi, makoto } = world.people;
    await recognisedUpTo(monitoring, makoto, 0);
    await db().personStanding.update({
      where: { enrolmentId: monitoring.id },
      data: { completedStep: 0, openStep: 1 },
    });
    const step = (await editionInForce(world.teams.hq.id)).stepsOf("soc-monitoring")[0];
    await verifiedRecords(ren, monitoring, kenichi, [{ claims: [step?.criteria[0]?.code ?? ""] }]);
    expect(await moveEnrolments(asked, await as("makoto"))).toEqual(refused("EditionStale"));
    expect(await db().editionDecision.count()).toBe(0);
  });

  test("the same form ten times at once is one act", async () => {
    const [asked, caller] = [await form(), await as("makoto")];
    const answers = await atOnce(10, () => moveEnrolments(asked, caller));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { moved: 4, stays: 1 } })));
    expect(await db().editionDecision.count()).toBe(5);
  });

  test("not by who does not manage them", async () => {
    const asked = await form();
    for (const name of ["shin", "kenichi", "misaki", "emi"] as const) {
      expect(await moveEnrolments(asked, await as(name))).toEqual(refused("NotFound"));
    }
  });
});

test("who stayed moves by itself when the next STEP opens, and that is a fact and an event", async () => {
  await moveEnrolments(await form(), await as("makoto"));
  expect(await editionOf(liaison)).toBe(pair.from);
  const recognition = {
    enrolmentId: liaison.id,
    step: 1 as const,
    recognisedOn: "2026-11-20",
    reason: "実務で確認した",
  };
  expect((await recogniseSteps(recognition, await as("makoto"))).ok).toBe(true);
  expect(await editionOf(liaison)).toBe(pair.to);
  expect(await db().editionDecision.findMany({ where: { cause: "opening" } })).toMatchObject([
    { enrolmentId: liaison.id, fromId: pair.from, toId: pair.to, outcome: "moved", decidedById: null },
  ]);
  const events = (await eventsAbout(world.people.misaki.id)).filter(({ actor }) => actor === "system");
  expect(events).toMatchObject([{ action: "EnrolmentMovedToEdition", body: { cause: "opening" } }]);
});
