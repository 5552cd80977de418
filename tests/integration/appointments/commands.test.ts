import { beforeEach, describe, expect, test } from "vitest";
import { appointMentor, appointSigner, endAppointment, endMentorship } from "@/lib/appointments/commands";
import { findAppointed, listAppointed, listEmptyPools } from "@/lib/appointments/queries";
import type { AppointmentForm, MentorshipForm } from "@/lib/appointments/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, anEnrolment, aPerson, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

/** Sora, who holds nothing yet. */
const mentorship = (change: Partial<MentorshipForm> = {}): MentorshipForm => ({
  onceKey: newId(),
  personId: world.people.soto.id,
  roleGroupCode: "forensics",
  teamId: world.teams.soc.id,
  basis: "appointment",
  fromOn: "2026-11-01",
  reason: "警察での鑑識の経験10年",
  ...change,
});
const signing = (change: Partial<AppointmentForm> = {}): AppointmentForm => ({
  onceKey: newId(),
  personId: world.people.soto.id,
  kind: "reviewer",
  teamId: world.teams.soc.id,
  roleGroupCode: "forensics",
  fromOn: "2026-11-01",
  reason: "部門長",
  ...change,
});
const ofSoto = () => ({ where: { personId: world.people.soto.id }, orderBy: { appointedAt: "asc" } as const });
const codesOf = (answers: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[]) =>
  new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])));

/** Sora is independent in forensics in the plant. */
async function sotoIsIndependent() {
  const { people, teams, edition } = world;
  const { id } = await anEnrolment(people.soto, teams.plant, { edition, roleGroupCode: "forensics" });
  await db().personStanding.update({ where: { enrolmentId: id }, data: { completedStep: 3, openStep: null } });
  return id;
}

describe("appointing a mentor", () => {
  test("writes who, where, on which basis and why", async () => {
    const form = mentorship();
    const { soto, makoto } = world.people;
    expect(await appointMentor(form, await as("makoto"))).toEqual({ ok: true, value: { personId: soto.id } });
    const { onceKey, ...columns } = form;
    expect(await db().mentorship.findMany(ofSoto())).toEqual([
      {
        ...columns,
        id: onceKey,
        fromOn: new Date("2026-11-01"),
        appointedById: makoto.id,
        appointedAt: now,
        endedAt: null,
        endedById: null,
        endReason: null,
      },
    ]);
    expect((await actorOf(soto.id)).mentorships).toEqual([{ roleGroupCode: "forensics", teamId: world.teams.soc.id }]);
  });

  test("says so in the audit, without the reason", async () => {
    const form = mentorship();
    await appointMentor(form, await as("makoto"));
    const { onceKey: mentorshipId, roleGroupCode, teamId, basis, fromOn } = form;
    expect(await eventsAbout(form.personId)).toEqual([
      {
        action: "MentorAppointed",
        actor: world.people.makoto.id,
        body: { mentorshipId, roleGroupCode, teamId, basis, fromOn },
      },
    ]);
  });

  test("by proficiency only who is independent in the role group, while that enrolment runs", async () => {
    const byProficiency = { basis: "proficiency" as const };
    expect(await appointMentor(mentorship(byProficiency), await as("makoto"))).toEqual(refused("NotIndependentThere"));
    const enrolmentId = await sotoIsIndependent();
    const other = mentorship({ ...byProficiency, roleGroupCode: "soc-monitoring" });
    expect(await appointMentor(other, await as("makoto"))).toEqual(refused("NotIndependentThere"));
    await db().enrolment.update({ where: { id: enrolmentId }, data: { endedOn: new Date("2026-11-01") } });
    expect(await appointMentor(mentorship(byProficiency), await as("makoto"))).toEqual(refused("NotIndependentThere"));
    await db().enrolment.update({ where: { id: enrolmentId }, data: { endedOn: null } });
    expect((await appointMentor(mentorship(byProficiency), await as("makoto"))).ok).toBe(true);
  });

  test("for the whole organisation, whoever manages every root team", async () => {
    const whole = mentorship({ teamId: null });
    expect(await appointMentor(whole, await as("akari"))).toEqual(refused("NotFound"));
    const branch = await aTeam({ code: "branch" });
    expect(await appointMentor(whole, await as("makoto"))).toEqual(refused("NotFound"));
    await db().team.update({ where: { id: branch.id }, data: { closedOn: new Date("2026-01-01") } });
    expect((await appointMentor(whole, await as("makoto"))).ok).toBe(true);
  });

  test("the same form twenty times, and twenty forms for the same: one mentorship each", async () => {
    const caller = await as("makoto");
    const form = mentorship();
    const same = await atOnce(20, () => appointMentor(form, caller));
    expect(["Busy"]).toEqual(expect.arrayContaining([...codesOf(same)]));
    const answers = await atOnce(20, () => appointMentor(mentorship({ roleGroupCode: "soc-monitoring" }), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["AppointmentStands", "Busy"]).toEqual(expect.arrayContaining([...codesOf(answers)]));
    expect(await db().mentorship.findMany(ofSoto())).toHaveLength(2);
    expect(await eventsAbout(form.personId)).toHaveLength(2);
  });
});

describe("appointing a countersigner or a reviewer", () => {
  test("writes who, where and why, and says so", async () => {
    const form = signing();
    const { soto, makoto } = world.people;
    expect(await appointSigner(form, await as("makoto"))).toEqual({ ok: true, value: { personId: soto.id } });
    const { onceKey, ...columns } = form;
    const rows = await db().appointment.findMany(ofSoto());
    expect(rows).toMatchObject([{ ...columns, id: onceKey, fromOn: new Date("2026-11-01"), appointedById: makoto.id }]);
    const { kind, teamId, roleGroupCode, fromOn } = form;
    expect(await eventsAbout(soto.id)).toEqual([
      {
        action: "SignerAppointed",
        actor: makoto.id,
        body: { appointmentId: onceKey, kind, teamId, roleGroupCode, fromOn },
      },
    ]);
  });

  test("twenty times the same form is one; another kind, another role group and another team are others", async () => {
    const caller = await as("makoto");
    const form = signing();
    expect(["Busy"]).toEqual(expect.arrayContaining([...codesOf(await atOnce(20, () => appointSigner(form, caller)))]));
    expect(await appointSigner(signing(), caller)).toEqual(refused("AppointmentStands"));
    const others = [{ kind: "countersigner" as const }, { roleGroupCode: null }, { teamId: world.teams.plant.id }];
    for (const other of others) expect((await appointSigner(signing(other), caller)).ok).toBe(true);
    expect(await db().appointment.findMany(ofSoto())).toHaveLength(4);
    expect(await eventsAbout(form.personId)).toHaveLength(4);
  });
});

const APPOINT = [
  ["a mentor", (change: object, name: PersonaName) => as(name).then((who) => appointMentor(mentorship(change), who))],
  ["a signer", (change: object, name: PersonaName) => as(name).then((who) => appointSigner(signing(change), who))],
] as const;

describe.each(APPOINT)("nobody appoints %s", (_what, appoint) => {
  test("who may not, whoever is not there, from a day to come, in a closed team, who has left", async () => {
    for (const name of ["misaki", "kenichi", "akari", "shin", "emi", "taro", "nao"] as const) {
      expect(await appoint({}, name), name).toEqual(refused("NotFound"));
    }
    expect(await appoint({}, "soto")).toEqual(refused("OwnAppointment"));
    expect(await appoint({ personId: world.people.makoto.id }, "makoto")).toEqual(refused("OwnAppointment"));
    expect(await appoint({ personId: newId() }, "makoto")).toEqual(refused("NotFound"));
    expect(await appoint({ teamId: newId() }, "makoto")).toEqual(refused("NotFound"));
    expect(await appoint({ fromOn: "2026-11-21" }, "makoto")).toEqual(refused("DayInFuture"));
    const shut = await aTeam({ parent: world.teams.hq, closedOn: "2026-01-01" });
    expect(await appoint({ teamId: shut.id }, "makoto")).toEqual(refused("TeamIsClosed"));
    const left = await aPerson({ endsOn: "2026-11-19" });
    expect(await appoint({ personId: left.id }, "makoto")).toEqual(refused("PersonNotActive"));
    expect(await db().mentorship.count({ where: { appointedAt: now } })).toBe(0);
    expect(await db().appointment.count({ where: { appointedAt: now } })).toBe(0);
    expect(await eventsAbout(world.people.soto.id)).toEqual([]);
  });

  test("with a key that somebody else used", async () => {
    const form = mentorship();
    await appointMentor(form, await as("makoto"));
    const used = signing();
    await appointSigner(used, await as("makoto"));
    const stolen = { onceKey: _what === "a mentor" ? form.onceKey : used.onceKey, personId: world.people.taro.id };
    expect(await appoint(stolen, "makoto")).toEqual(refused("AppointmentStands"));
  });
});

describe("ending", () => {
  const theMentorship = () => db().mentorship.findFirstOrThrow({ where: { personId: world.people.kenichi.id } });
  const theAppointment = () => db().appointment.findFirstOrThrow({ where: { personId: world.people.taro.id } });
  const reason = "異動";

  test("a mentorship keeps its row, with who and why, and ends once of twenty", async () => {
    const { id } = await theMentorship();
    const caller = await as("makoto");
    const answers = await atOnce(20, () => endMentorship({ mentorshipId: id, reason }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["AppointmentEnded", "Busy"]).toEqual(expect.arrayContaining([...codesOf(answers)]));
    expect(await theMentorship()).toMatchObject({
      endedAt: now,
      endedById: world.people.makoto.id,
      endReason: reason,
    });
    expect(await eventsAbout(world.people.kenichi.id)).toEqual([
      { action: "MentorshipEnded", actor: world.people.makoto.id, body: { mentorshipId: id } },
    ]);
    expect((await actorOf(world.people.kenichi.id)).mentorships).toEqual([]);
  });

  test("an appointment keeps its row, with who and why, and ends once of twenty", async () => {
    const { id } = await theAppointment();
    const caller = await as("makoto");
    const answers = await atOnce(20, () => endAppointment({ appointmentId: id, reason }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["AppointmentEnded", "Busy"]).toEqual(expect.arrayContaining([...codesOf(answers)]));
    expect(await theAppointment()).toMatchObject({ endedAt: now, endedById: caller.actor.id, endReason: reason });
    expect(await eventsAbout(world.people.taro.id)).toHaveLength(1);
  });

  test("is refused to everybody else, and to whom it is about", async () => {
    const mentorshipId = (await theMentorship()).id;
    const appointmentId = (await theAppointment()).id;
    for (const name of ["misaki", "yuko", "akari", "shin", "emi", "nao", "soto"] as const) {
      expect(await endMentorship({ mentorshipId, reason }, await as(name)), name).toEqual(refused("NotFound"));
      expect(await endAppointment({ appointmentId, reason }, await as(name)), name).toEqual(refused("NotFound"));
    }
    await aGrant(world.people.kenichi, "manager", world.teams.hq);
    await aGrant(world.people.taro, "manager", world.teams.hq);
    expect(await endMentorship({ mentorshipId, reason }, await as("kenichi"))).toEqual(refused("OwnAppointment"));
    expect(await endAppointment({ appointmentId, reason }, await as("taro"))).toEqual(refused("OwnAppointment"));
    expect(await endMentorship({ mentorshipId: newId(), reason }, await as("makoto"))).toEqual(refused("NotFound"));
    expect(await endAppointment({ appointmentId: newId(), reason }, await as("makoto"))).toEqual(refused("NotFound"));
    expect((await theMentorship()).endedAt).toBeNull();
    expect((await theAppointment()).endedAt).toBeNull();
  });

  test("what ended can be appointed anew", async () => {
    const { id } = await theMentorship();
    await endMentorship({ mentorshipId: id, reason }, await as("makoto"));
    const again = mentorship({ personId: world.people.kenichi.id, roleGroupCode: "liaison-coordination" });
    expect((await appointMentor(again, await as("makoto"))).ok).toBe(true);
  });
});

describe("the list", () => {
  test("shows who stands in the manager's teams, and whose appointment the reader may end", async () => {
    await appointMentor(mentorship({ teamId: null }), await as("makoto"));
    await aGrant(world.people.taro, "manager", world.teams.soc);
    const seen = async (name: PersonaName) => {
      const list = await listAppointed((await as(name)).actor, 1);
      return list?.rows.map((row) => `${row.kind} ${row.name} ${row.teamNameEn} ${row.mayEnd}`).sort();
    };
    expect(await seen("makoto")).toEqual([
      "countersigner 加藤 太郎 SOC true",
      "mentor 伊藤 裕子 Plant true",
      "mentor 外山 空 null true",
      "mentor 高橋 健一 SOC true",
      "reviewer 吉田 奈緒 Plant true",
    ]);
    expect(await seen("taro")).toEqual([
      "countersigner 加藤 太郎 SOC false",
      "mentor 外山 空 null false",
      "mentor 高橋 健一 SOC true",
    ]);
    for (const name of ["misaki", "kenichi", "shin", "emi", "soto"] as const) expect(await seen(name)).toBeUndefined();
  });

  test("finds one, and only in the reader's teams", async () => {
    const { id } = await db().mentorship.findFirstOrThrow({ where: { personId: world.people.yuko.id } });
    expect(await findAppointed((await as("makoto")).actor, id)).toMatchObject({
      id,
      kind: "mentor",
      fromOn: "2024-04-01",
    });
    for (const name of ["akari", "shin", "yuko"] as const) {
      expect(await findAppointed((await as(name)).actor, id)).toBeNull();
    }
  });
});

describe("role groups without a mentor", () => {
  const pools = async (name: PersonaName) => {
    const { rows, total } = await listEmptyPools((await as(name)).actor);
    expect(total).toBe(rows.length);
    return rows.map(
      (row) => `${row.roleGroupCode} ${row.teamNameEn} ${row.trainees}: ${row.candidates.map((who) => who.name)}`,
    );
  };

  test("are those in which people train, with who could be appointed; seen by their managers only", async () => {
    const expected = ["soc-monitoring Night watch 1: ", "liaison-coordination Plant 1: "];
    expect((await pools("makoto")).sort()).toEqual(expected.sort());
    expect(await pools("akari")).toEqual(["soc-monitoring Night watch 1: "]);
    for (const name of ["misaki", "kenichi", "shin", "nao"] as const) expect(await pools(name)).toEqual([]);
  });

  test("name the independent people of the manager's teams, the manager aside", async () => {
    const { people, teams, edition } = world;
    for (const person of [people.soto, people.makoto]) {
      const { id } = await anEnrolment(person, teams.plant, { edition, roleGroupCode: "soc-monitoring" });
      await db().personStanding.update({ where: { enrolmentId: id }, data: { completedStep: 3, openStep: null } });
    }
    expect(await pools("makoto")).toContain("soc-monitoring Night watch 1: 外山 空");
    await appointMentor(
      mentorship({ roleGroupCode: "soc-monitoring", teamId: world.teams.night.id }),
      await as("makoto"),
    );
    expect(await pools("makoto")).toEqual(["liaison-coordination Plant 1: "]);
  });
});
