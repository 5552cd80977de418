import "server-only";
import { editionsInForce, findWording, latestEdition } from "@/lib/curriculum/queries";
import { type ImportKind, withoutZeros } from "@/lib/domain/csv-import";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { MembershipSpan } from "@/lib/domain/membership";
import type { PersonProfile } from "@/lib/domain/person";
import { todayIn } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { findPolicyValues } from "@/lib/policy/queries";
import { recognitionStands, signOffStands } from "@/lib/revocation/scope";
import { listTeams, organisationDay, type TeamInTree } from "@/lib/team/queries";
import { Prisma } from "@/prisma/generated/client";
import type { ImportRow } from "./row";
import type { EnrolmentInWorld, PersonInWorld, TeamInWorld, World } from "./world";

/** What does not change while a file is read; asked before the transaction, which must not wait for a second connection. */
export async function findGround(now: Date): Promise<Ground> {
  const today = organisationDay(await listTeams(), now);
  const [edition, { words }, policy] = await Promise.all([latestEdition(), findWording(), findPolicyValues(today)]);
  const tracks = new Map(edition.structure.roleGroups.map((group) => [group.code, group.tracks]));
  return {
    today,
    policy,
    edition: { editionId: edition.editionId, tracksOf: (code) => (code === null ? [] : (tracks.get(code) ?? [])) },
    roleGroups: words.roleGroups.map(({ code, number, name, shortName }) => ({
      code,
      names: [String(number), name.ja, name.en, shortName.ja, shortName.en],
    })),
  };
}
type Ground = Pick<World, "today" | "edition" | "roleGroups" | "policy">;

/** Numbers and addresses that the lines name people by. */
const keysOf = (rows: readonly ImportRow[]) => ({
  numbers: rows.flatMap(({ cells }) => (cells.employeeNumber ? [cells.employeeNumber] : [])),
  emails: rows.flatMap(({ cells }) => (cells.email ? [cells.email.normalize("NFKC").toLowerCase()] : [])),
});

type Asked = { readonly rows: readonly ImportRow[]; readonly ground: Ground; readonly now: Date };

export async function loadWorld(tx: Tx, { rows, ground, now }: Asked): Promise<World> {
  const teams = await listTeams(tx);
  const editions = await editionsInForce(
    teams.map(({ id }) => id),
    tx,
  );
  const people = await loadPeople(tx, rows);
  return { ...ground, editions, teams: teams.map((team) => teamInWorld(team, now)), people };
}

const teamInWorld = (team: TeamInTree, now: Date): TeamInWorld => {
  const { id: teamId, code, parentId, closedOn, ancestorIds, nameJa, nameEn, timeZone, fiscalYearStartMonth } = team;
  const profile = { nameJa, nameEn, timeZone, fiscalYearStartMonth };
  return { teamId, code, parentId, closed: closedOn !== null, profile, ancestorIds, today: todayIn(timeZone, now) };
};

type PersonRow = PersonProfile & {
  personId: string;
  deactivated: boolean;
  isLastAdministrator: boolean;
  memberships: MembershipSpan[];
  enrolments: EnrolmentInWorld[];
  mentorships: { roleGroupCode: RoleGroupCode; teamId: string | null }[];
};

/** The people whom the file names, also by a number that differs only in zeros. One statement, whatever their number. */
async function loadPeople(tx: Tx, rows: readonly ImportRow[]): Promise<PersonInWorld[]> {
  const people = await tx.$queryRaw<PersonRow[]>`
    with admin as (
      select g."personId", a."deactivatedAt" is null and a."endsOn" is null as lasting
        from "CapacityGrant" g join "Person" a on a.id = g."personId" where g.capacity = 'admin' and g."endedAt" is null)
    select p.id as "personId", p.name, p.reading, p."latinName", p."employeeNumber", p.email, p.locale::text, p.affiliation::text,
           to_char(p."endsOn", 'YYYY-MM-DD') as "endsOn", p."deactivatedAt" is not null as deactivated,
           p.id in (select "personId" from admin) and not exists (select 1 from admin where lasting and "personId" <> p.id) as "isLastAdministrator",
           (select coalesce(json_agg(json_build_object('membershipId', m.id, 'teamId', m."teamId", 'isMain', m."isMain",
              'fromOn', m."fromOn", 'toOn', m."toOn")), '[]') from "Membership" m where m."personId" = p.id) as memberships,
           (select coalesce(json_agg(json_build_object('enrolmentId', e.id, 'roleGroupCode', e."roleGroupCode", 'teamId', e."teamId",
              'tracks', e.tracks, 'enrolledOn', e."enrolledOn",
              'completed', (select coalesce(array_agg(x.step), '{}') from (
                 select s.step from "StepSignOff" s where s."enrolmentId" = e.id
                    and ${signOffStands("s")}
                 union select r.step from "Recognition" r where r."enrolmentId" = e.id
                    and ${recognitionStands("r")}) x),
              'hasOpenRequest', exists (select 1 from "SignOffRequest" q where q."enrolmentId" = e.id and q."isOpen"))), '[]')
              from "Enrolment" e where e."personId" = p.id and e."endedOn" is null) as enrolments,
           (select coalesce(json_agg(json_build_object('roleGroupCode', m."roleGroupCode", 'teamId', m."teamId")), '[]')
              from "Mentorship" m where m."personId" = p.id and m."endedAt" is null) as mentorships
      from "Person" p
     where ${namedBy(rows)}`;
  return people.map(
    ({ personId, deactivated, isLastAdministrator, memberships, enrolments, mentorships, ...profile }) => ({
      personId,
      profile,
      deactivated,
      isLastAdministrator,
      memberships,
      enrolments,
      mentorships,
    }),
  );
}

const namedBy = (rows: readonly ImportRow[]) => {
  const { numbers, emails } = keysOf(rows);
  return Prisma.sql`(p.email = any(${emails}) or p."employeeNumber" = any(${numbers})
    or ltrim(p."employeeNumber", '0') = any(${numbers.map((number) => withoutZeros(number))}))`;
};

/** In id order, like every command that locks several. */
export const lockNamed = (tx: Tx, rows: readonly ImportRow[]) =>
  tx.$queryRaw`select p.id from "Person" p where ${namedBy(rows)} order by p.id for update`;

export const fileKeyOf = (kind: ImportKind) => `import.${kind}`;
