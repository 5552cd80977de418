import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { grantReading, noteReading, withdrawReading } from "@/lib/reading/commands";
import { listOwnReadings, listReadings } from "@/lib/reading/queries";
import { findTrainingRecord } from "@/lib/training-record/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, anEnrolment } from "@/tests/support/builders";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord } from "@/tests/support/practice";
import { aReading, readingOf } from "@/tests/support/reading";
import { statementsOf } from "@/tests/support/statements";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const TITLE = "標的型メールの一次対応";
let world: World;
const as = async (who: PersonaName, at = now) => ({ actor: await actorOf(world.people[who].id), now: at });
const on = (day: string) => new Date(`${day}T01:00:00Z`);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const { misaki, ren } = world.people;
  for (const [person, group, code] of [
    [misaki, "liaison-coordination", "g1.s1.incident-reports"],
    [ren, "soc-monitoring", "g2.s1.alert-judgements"],
  ] as const) {
    const enrolment = await enrolmentOf(person, group);
    await aRecord(person, enrolment, { title: TITLE, claims: [code], evidence: ["INC-7"] });
    await aRecord(person, enrolment, { title: `${TITLE} RED`, tlp: "RED", claims: [code] });
  }
});

/** The titles that Emi reads in somebody's training record on a day. */
async function titlesOf(whose: PersonaName, day = "2026-11-20", reader: PersonaName = "emi") {
  const { actor } = await as(reader);
  const seen = await findTrainingRecord(actor, world.people[whose].id, on(day));
  return { titles: seen?.records.flatMap(({ title }) => title ?? []), by: seen?.readingGrantIds };
}
const CLOSED = { titles: [], by: [] };

describe("an auditor reads texts", () => {
  test("only from the first to the last day that a manager granted, and never what is RED", async () => {
    expect(await titlesOf("misaki")).toEqual(CLOSED);
    const form = readingOf(world.people.emi, { personId: world.people.misaki.id, fromOn: "2026-11-21" })();
    expect(await grantReading(form, await as("makoto"))).toMatchObject({ ok: true });
    expect(await titlesOf("misaki")).toEqual(CLOSED);
    expect(await titlesOf("misaki", "2026-11-21")).toEqual({ titles: [TITLE], by: [form.onceKey] });
    expect(await titlesOf("misaki", "2026-11-26")).toEqual({ titles: [TITLE], by: [form.onceKey] });
    expect(await titlesOf("misaki", "2026-11-27")).toEqual(CLOSED);
    expect(await titlesOf("ren", "2026-11-21")).toEqual(CLOSED);
  });

  test("of a whole team, with those below it, and of no other", async () => {
    await aReading(world.people.emi, { teams: [world.teams.soc], by: world.people.makoto });
    for (const whose of ["misaki", "ren"] as const) expect((await titlesOf(whose)).titles).toEqual([TITLE]);
    await db().readingGrant.updateMany({ data: { teamIds: [world.teams.plant.id] } });
    for (const whose of ["misaki", "ren"] as const) expect(await titlesOf(whose)).toEqual(CLOSED);
  });

  test("in the teams that the manager manages: what the person does elsewhere stays closed", async () => {
    const plant = await anEnrolment(world.people.ren, world.teams.plant, {
      edition: world.edition,
      roleGroupCode: "forensics",
    });
    await aRecord(world.people.ren, plant, { title: "工場での解析", claims: ["g5.s1.explain-flow"] });
    await grantReading(readingOf(world.people.emi, { personId: world.people.ren.id })(), await as("akari"));
    expect((await titlesOf("ren")).titles).toEqual([TITLE]);
  });

  test("no longer once it is withdrawn, or the capacity is gone; and nobody else by it", async () => {
    const { id: grantId } = await aReading(world.people.emi, {
      personId: world.people.misaki.id,
      teams: [world.teams.soc],
      by: world.people.makoto,
    });
    expect((await titlesOf("misaki")).titles).toEqual([TITLE]);
    await aGrant(world.people.soto, "auditor");
    expect(await titlesOf("misaki", "2026-11-20", "soto")).toEqual(CLOSED);
    await withdrawReading({ grantId }, await as("makoto"));
    expect(await titlesOf("misaki")).toEqual(CLOSED);
    await db().readingGrant.updateMany({ data: { withdrawnAt: null, withdrawnById: null } });
    expect((await titlesOf("misaki")).titles).toEqual([TITLE]);
    await db().capacityGrant.deleteMany({ where: { personId: world.people.emi.id } });
    expect((await titlesOf("misaki")).titles).toBeUndefined();
  });

  test("and the grant, its end and each reading are in the audit trail", async () => {
    const form = readingOf(world.people.emi, { personId: world.people.misaki.id })();
    await grantReading(form, await as("makoto"));
    const { actor } = await as("emi");
    for (const grantIds of [[form.onceKey], [form.onceKey], []])
      await noteReading(actor, { personId: world.people.misaki.id, grantIds });
    await withdrawReading({ grantId: form.onceKey }, await as("makoto"));
    const events = await eventsAbout(world.people.misaki.id);
    expect(events.map(({ action }) => action)).toEqual([
      "ReadingGranted",
      "TextsRead",
      "TextsRead",
      "ReadingWithdrawn",
    ]);
    expect(events[0]?.body).toMatchObject({ auditorId: world.people.emi.id, fromOn: "2026-11-20", toOn: "2026-11-26" });
    expect(JSON.stringify(events)).not.toContain("監査で");
  });
});

describe("granting", () => {
  test("sent ten times at once it is one grant and one event; so is its withdrawal", async () => {
    const form = readingOf(world.people.emi, { personId: world.people.misaki.id })();
    const makoto = await as("makoto");
    const answers = await atOnce(10, () => grantReading(form, makoto));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const ended = await atOnce(10, () => withdrawReading({ grantId: form.onceKey }, makoto));
    expect(ended.every(({ ok }) => ok)).toBe(true);
    expect(await db().readingGrant.count()).toBe(1);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(2);
  });

  test("the database itself refuses a longer one, one for oneself and one about oneself", async () => {
    const { emi, misaki, makoto } = world.people;
    const teams = [world.teams.soc];
    await expect(aReading(emi, { teams, by: makoto, toOn: "2026-12-20" })).rejects.toThrow("ReadingGrant_days");
    await expect(aReading(emi, { teams, by: emi })).rejects.toThrow("ReadingGrant_not_oneself");
    await expect(aReading(emi, { teams, by: misaki, personId: misaki.id })).rejects.toThrow("ReadingGrant_not_oneself");
    await expect(aReading(emi, { teams: [], by: makoto })).rejects.toThrow("ReadingGrant_of_teams");
    expect(await asOwner((client) => client.query('select 1 from "ReadingGrant"'))).toMatchObject({ rowCount: 0 });
  });
});

describe("what is listed", () => {
  test("managers see the grants of a person with those of the team; others nothing", async () => {
    const { emi, misaki, makoto } = world.people;
    await aReading(emi, { personId: misaki.id, teams: [world.teams.soc], by: makoto });
    await aReading(emi, { teams: [world.teams.soc], by: makoto, toOn: "2026-11-30" });
    await aReading(emi, { teams: [world.teams.plant], by: makoto });
    const allowed: string[] = [];
    for (const who of PERSONAS) {
      const { actor } = await as(who);
      const found = await listReadings(actor, { personId: misaki.id }, now);
      if (!found) continue;
      allowed.push(who);
      expect(found.grants.map(({ isOfTeam }) => isOfTeam)).toEqual([true, false]);
      expect(found.auditors).toMatchObject([{ name: "小林 恵美" }]);
      expect((await listReadings(actor, { teamId: world.teams.plant.id }, now))?.grants).toHaveLength(1);
    }
    expect(allowed).toEqual(["makoto"]);
  });

  test("an auditor sees whom they may read today, in one statement; who is none gets no list", async () => {
    const { emi, makoto } = world.people;
    await aReading(emi, { teams: [world.teams.night], by: makoto });
    await aReading(emi, { teams: [world.teams.soc], by: makoto, fromOn: "2026-12-01", toOn: "2026-12-02" });
    const { actor } = await as("emi");
    expect(await listOwnReadings(actor, now)).toMatchObject([
      { toOn: "2026-11-26", by: { name: "渡辺 誠" }, people: [{ name: "鈴木 蓮" }] },
    ]);
    expect(await statementsOf(() => listOwnReadings(actor, now))).toHaveLength(1);
    expect(await listOwnReadings((await as("shin")).actor, now)).toBeNull();
  });
});
