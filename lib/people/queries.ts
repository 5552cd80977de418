import "server-only";
import { type Actor, canManagePeople } from "@/lib/domain/access";
import { endingWith } from "@/lib/domain/departure";
import { db } from "@/lib/platform/db";
import { uuid } from "@/lib/platform/fields";
import { listTeams, organisationDay, type TeamInTree } from "@/lib/team/queries";
import { Prisma } from "@/prisma/generated/client";
import { loadPeople, loadPersonDetail, type PersonDetail, profileOf, seenState } from "./records";
import type { PeopleFilter } from "./schema";
import { peopleNamed, peopleVisibleTo, visiblePeople } from "./scope";

export const PEOPLE_A_PAGE = 50;

/** People the actor may see, by reading, 50 a page; the teams come along for the filter. Two statements. */
export async function listPeople(actor: Actor, filter: PeopleFilter, now: Date) {
  const teams = await listTeams();
  const today = organisationDay(teams, now);
  const where = Prisma.sql`${visiblePeople(actor, today)} and ${filtered(filter, today)}`;
  const skip = (filter.page - 1) * PEOPLE_A_PAGE;
  const { people, total } = await loadPeople(db(), where, { today, skip, take: PEOPLE_A_PAGE });
  return { people, total, teams, today, pages: Math.max(1, Math.ceil(total / PEOPLE_A_PAGE)) };
}

const filtered = ({ q, team, affiliation, standing }: PeopleFilter, today: string) =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...(q === null ? [] : [peopleNamed(q)]),
      ...(team === null ? [] : [belongsTo(team, today)]),
      ...(affiliation === null ? [] : [Prisma.sql`p.affiliation::text = ${affiliation}`]),
      ...(standing === "all" ? [] : [standing === "active" ? active(today) : Prisma.sql`not (${active(today)})`]),
    ],
    " and ",
  );

const active = (today: string) =>
  Prisma.sql`p."deactivatedAt" is null and (p."endsOn" is null or p."endsOn" >= ${today}::date)`;

/** Of the team or one below it, on that day. */
const belongsTo = (teamId: string, today: string) => Prisma.sql`exists (
  select 1 from "Membership" m join "TeamAncestor" a on a."teamId" = m."teamId"
   where m."personId" = p.id and a."ancestorId" = ${teamId}::uuid
     and m."fromOn" <= ${today}::date and (m."toOn" is null or m."toOn" >= ${today}::date))`;

/** One person with what they belong to and hold; null where they are not there or not the actor's to see. */
export async function findPerson(actor: Actor, personId: string, now: Date) {
  if (!uuid().safeParse(personId).success) return null;
  const teams = await listTeams();
  const today = organisationDay(teams, now);
  const person = await db().person.findFirst({ where: { AND: [{ id: personId }, peopleVisibleTo(actor, today)] } });
  if (!person) return null;
  const detail = await loadPersonDetail(db(), personId);
  const profile = profileOf(person);
  const memberships = withEndings(detail, teams, today);
  const mayManage = canManagePeople(actor);
  return { personId, profile, seen: seenState(profile), teams, today, mayManage, ...detail, memberships };
}

/** Each membership with what would end with it. */
function withEndings(detail: PersonDetail, teams: readonly TeamInTree[], today: string) {
  const { memberships, mentorships, appointments } = detail;
  const refOf = (team: { readonly id: string } | null) =>
    team && { teamId: team.id, ancestorIds: teams.find(({ id }) => id === team.id)?.ancestorIds ?? [] };
  const belongings = memberships.flatMap(({ id: membershipId, team, toOn }) => {
    const ref = refOf(team);
    return ref ? [{ membershipId, team: ref, toOn }] : [];
  });
  const standing = [...mentorships, ...appointments].filter(({ endedAt }) => endedAt === null);
  const held = standing.map(({ id, team }) => ({ id, team: refOf(team), sinceOn: today }));
  return memberships.map((membership) => {
    const ends = endingWith(membership.id, { held, belongings, today });
    const has = ({ id }: { readonly id: string }) => ends.held.some((each) => each.id === id);
    const ending = {
      mentorships: mentorships.filter(has),
      appointments: appointments.filter(has),
      isLast: ends.isLast,
    };
    return { ...membership, ending };
  });
}
export type PersonPage = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
