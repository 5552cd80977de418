import { forgetLatest } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import type { EditionStructure, RoleGroupCode, Track } from "@/lib/domain/curriculum";
import { enrolPerson } from "@/lib/enrolment/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import {
  aGrant,
  aMembership,
  aMentorship,
  anAppointment,
  anEdition,
  anOrganisation,
  aPerson,
  aTeam,
} from "@/tests/support/builders";
import { actorOf } from "@/tests/support/personas";
import { aSource } from "@/tests/support/work-files";
import { aMapping } from "@/tests/support/work-mappings";

/** A curriculum with the whole shape and little in it, so that a walk of some dozen acts can go through all STEPs. */

export const GROUP: RoleGroupCode = "vulnerability-management";
/** How many meetings STEP2 asks for: once, until somebody sets it otherwise. */
export const MEETINGS = "g7.s1.coDesign.n";

const topic = (code: string) => ({ code, children: [] });
const explained = (code: string, track?: Track) => ({
  ...{ code, rule: { kind: "attest", checkpoints: [{ code: "explain" }] } },
  ...(track && { track }),
});
/** Meetings and alerts count alike, so that what an event or an import brings moves a STEP too. */
const step = (number: 1 | 2 | 3) => ({
  step: number,
  goals: [],
  tasks: [],
  references: [],
  criteria: [
    {
      code: `small.s${number}.meeting`,
      rule: {
        ...{ kind: "count", need: number === 2 ? { param: MEETINGS } : 1, unit: "times" },
        counts: { kinds: ["meeting", "alertJudgement"] },
      },
    },
    explained(`small.s${number}.explain`),
    ...(number === 2 ? [explained("small.s2.diagnosis", "diagnosis")] : []),
  ],
});

const SMALL = {
  basicEducation: [topic("small.basic")],
  roleGroups: [
    {
      code: GROUP,
      number: 5,
      tracks: ["management", "diagnosis"],
      commonEducation: [topic("small.common")],
      steps: [step(1), step(2), step(3)],
    },
  ],
  drillCases: [],
} as unknown as EditionStructure;

/** The latest edition from now on. */
export async function smallCurriculum() {
  const { id } = await anEdition(SMALL);
  await db().curriculumEdition.update({ where: { id }, data: { loadedAt: new Date("2099-01-01T00:00:00Z") } });
  forgetLatest();
}

const TRAINEES: readonly string[] = ["misaki", "ren", "kenichi"];
export const FIRST_DAY = new Date("2026-11-20T01:00:00Z");

/**
 * Misaki and Ren train; Kenichi and Yuko mentor, Kenichi trains himself too; Makoto and Akari manage; Taro countersigns;
 * Soto holds nothing, Shin administers. Ren and Kenichi bring their education along. Alerts of the three come from one source. Everybody is new each time, and so is the team
 * with the one below it.
 */
export async function aSmallOrganisation() {
  if ((await db().organisation.count()) === 0) await anOrganisation();
  const team = await aTeam();
  await aTeam({ parent: team });
  const names = ["misaki", "ren", "kenichi", "yuko", "makoto", "akari", "taro", "soto", "shin"] as const;
  const people: Record<string, string> = {};
  const addresses: Record<string, string> = {};
  for (const name of names) {
    const person = await aPerson({ name });
    people[name] = person.id;
    if (TRAINEES.includes(name)) addresses[name] = person.email;
    if (name !== "soto") await aMembership(person, team);
  }
  const who = (name: (typeof names)[number]) => ({ id: people[name] ?? "" });
  for (const mentor of [who("kenichi"), who("yuko")]) await aMentorship(mentor, GROUP, team);
  for (const manager of [who("makoto"), who("akari")]) await aGrant(manager, "manager", team);
  await anAppointment(who("taro"), team, { kind: "countersigner", by: who("makoto") });
  await aGrant(who("shin"), "admin");
  const caller = { actor: await actorOf(who("makoto").id), now: FIRST_DAY };
  await inTraining(people, team.id, caller);
  const sourceId = await aSource(team, caller, aMapping(), addresses);
  return { teamId: team.id, sourceId, trainees: TRAINEES.map((name) => people[name] ?? ""), people };
}

async function inTraining(people: Readonly<Record<string, string>>, teamId: string, caller: Caller) {
  for (const name of TRAINEES) await enrolled(people[name] ?? "", teamId, caller);
  for (const name of ["ren", "kenichi"]) await educated(people[name] ?? "", caller);
}

async function enrolled(personId: string, teamId: string, caller: Caller) {
  const place = { teamId, roleGroup: GROUP, tracks: ["management" as const] };
  const answer = await enrolPerson({ onceKey: newId(), personId, ...place, enrolledOn: "2026-11-20" }, caller);
  if (!answer.ok) throw new Error(`${personId} was not enrolled: ${answer.refusal.code}`);
}

/** Basic and common education from before, so that a walk gets as far as the STEPs. */
async function educated(personId: string, caller: Caller) {
  const rows = await db().enrolment.findMany({ where: { personId }, orderBy: { roleGroupCode: "desc" } });
  for (const { id: enrolmentId } of rows) {
    const form = { enrolmentId, step: 0 as const, recognisedOn: "2026-11-20", reason: "前職" };
    const answer = await recogniseSteps(form, caller);
    if (!answer.ok) throw new Error(`${personId} was not recognised: ${answer.refusal.code}`);
  }
}

export type SmallOrganisation = Awaited<ReturnType<typeof aSmallOrganisation>>;
