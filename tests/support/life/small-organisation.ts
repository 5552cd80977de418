import { forgetLatest } from "@/lib/curriculum/queries";
import type { EditionStructure, RoleGroupCode } from "@/lib/domain/curriculum";
import { enrolPerson } from "@/lib/enrolment/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
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

/** A curriculum with the whole shape and little in it, so that a walk of some dozen acts can go through all STEPs. */

export const GROUP: RoleGroupCode = "security-management";

const topic = (code: string) => ({ code, children: [] });
const step = (number: 1 | 2 | 3) => ({
  step: number,
  goals: [],
  tasks: [],
  references: [],
  criteria: [
    {
      code: `small.s${number}.meeting`,
      rule: { kind: "count", need: 1, unit: "times", counts: { kinds: ["meeting"] } },
    },
    { code: `small.s${number}.explain`, rule: { kind: "attest", checkpoints: [{ code: "explain" }] } },
  ],
});

const SMALL = {
  basicEducation: [topic("small.basic")],
  roleGroups: [
    {
      code: GROUP,
      number: 6,
      tracks: [],
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

export const FIRST_DAY = new Date("2026-11-20T01:00:00Z");

/**
 * Misaki and Ren train; Kenichi and Yuko mentor, Kenichi trains himself too; Makoto and Akari manage; Taro countersigns;
 * Soto holds nothing. Everybody is new each time.
 */
export async function aSmallOrganisation() {
  if ((await db().organisation.count()) === 0) await anOrganisation();
  const team = await aTeam();
  const names = ["misaki", "ren", "kenichi", "yuko", "makoto", "akari", "taro", "soto"] as const;
  const people: Record<string, string> = {};
  for (const name of names) {
    const person = await aPerson({ name });
    people[name] = person.id;
    if (name !== "soto") await aMembership(person, team);
  }
  const who = (name: (typeof names)[number]) => ({ id: people[name] ?? "" });
  for (const mentor of [who("kenichi"), who("yuko")]) await aMentorship(mentor, GROUP, team);
  for (const manager of [who("makoto"), who("akari")]) await aGrant(manager, "manager", team);
  await anAppointment(who("taro"), team, { kind: "countersigner", by: who("makoto") });
  for (const trainee of [who("misaki"), who("ren"), who("kenichi")]) {
    const form = { onceKey: newId(), personId: trainee.id, teamId: team.id, roleGroup: GROUP, tracks: [] };
    const caller = { actor: await actorOf(who("makoto").id), now: FIRST_DAY };
    const enrolled = await enrolPerson({ ...form, enrolledOn: "2026-11-20" }, caller);
    if (!enrolled.ok) throw new Error(`${trainee.id} was not enrolled: ${enrolled.refusal.code}`);
  }
  return { teamId: team.id, trainees: ["misaki", "ren", "kenichi"].map((name) => people[name] ?? ""), people };
}

export type SmallOrganisation = Awaited<ReturnType<typeof aSmallOrganisation>>;
