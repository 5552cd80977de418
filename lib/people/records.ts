import "server-only";
import { createHash } from "node:crypto";
import type { GrantedCapacity } from "@/lib/domain/capacity-grant";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import { type Affiliation, type PersonProfile, PROFILE_FIELDS, type ProfileClashes } from "@/lib/domain/person";
import type { StepNumber } from "@/lib/domain/proficiency";
import { fromDbDay, toDbDay } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { asList, person } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";

type ProfileRow = Omit<PersonProfile, "endsOn"> & { readonly endsOn: Date | null };

export const profileOf = (row: ProfileRow): PersonProfile => ({
  name: row.name,
  reading: row.reading,
  latinName: row.latinName,
  employeeNumber: row.employeeNumber,
  email: row.email,
  locale: row.locale,
  affiliation: row.affiliation,
  endsOn: row.endsOn && fromDbDay(row.endsOn),
});

export async function loadClashes(tx: Tx, profile: PersonProfile, exceptId: string): Promise<ProfileClashes> {
  const others = await tx.person.findMany({
    where: {
      id: { not: exceptId },
      OR: [{ email: profile.email }, ...(profile.employeeNumber ? [{ employeeNumber: profile.employeeNumber }] : [])],
    },
    select: { email: true, employeeNumber: true },
  });
  return {
    email: others.some(({ email }) => email === profile.email),
    employeeNumber: others.some(
      (other) => other.employeeNumber !== null && other.employeeNumber === profile.employeeNumber,
    ),
  };
}

/** Changes with the profile: a page that was opened on another state is told so. */
export const seenState = (profile: PersonProfile): string =>
  createHash("sha256")
    .update(JSON.stringify(PROFILE_FIELDS.map((field) => profile[field])))
    .digest("base64url");

/** Only the profile's own columns, whatever else the form holds. */
export const profileColumns = (profile: PersonProfile) => {
  const { name, reading, latinName, employeeNumber, email, locale, affiliation, endsOn } = profile;
  const lastDay = endsOn === null ? null : toDbDay(endsOn);
  return { name, reading, latinName, employeeNumber, email, locale, affiliation, endsOn: lastDay };
};

type Named = { readonly id: string; readonly name: string; readonly latinName: string };
type NamedTeam = { readonly id: string; readonly nameJa: string; readonly nameEn: string };

export type PersonRow = Named & {
  readonly reading: string;
  readonly email: string;
  readonly employeeNumber: string | null;
  readonly affiliation: Affiliation;
  readonly endsOn: string | null;
  readonly deactivated: boolean;
  /** Has set a password: the invitation was taken up. */
  readonly joined: boolean;
  readonly mainTeam: NamedTeam | null;
};

/** One page of people and how many there are in all. One statement. */
export async function loadPeople(tx: Tx, where: Prisma.Sql, { today, skip, take }: Slice) {
  const [row] = await tx.$queryRaw<[{ people: PersonRow[]; total: number }]>`
    with found as (select p.* from "Person" p where ${where}),
         page as (select * from found order by reading, id limit ${take} offset ${skip})
    select (select count(*)::int from found) as total,
           (select coalesce(json_agg(x), '[]') from (
             select p.id, p.name, p."latinName", p.reading, p.email, p."employeeNumber", p.affiliation, p."endsOn",
                    p."deactivatedAt" is not null as deactivated,
                    exists (select 1 from "Credential" c where c."personId" = p.id) as joined,
                    (select ${team("t")} from "Membership" m join "Team" t on t.id = m."teamId"
                      where m."personId" = p.id and m."isMain" and m."fromOn" <= ${today}::date
                        and (m."toOn" is null or m."toOn" >= ${today}::date) limit 1) as "mainTeam"
               from page p order by p.reading, p.id) x) as people`;
  return row;
}
type Slice = { readonly today: string; readonly skip: number; readonly take: number };

const team = (alias: string) =>
  Prisma.raw(`json_build_object('id', ${alias}.id, 'nameJa', ${alias}."nameJa", 'nameEn', ${alias}."nameEn")`);

type Ended = { readonly endedAt: string | null; readonly endReason: string | null };
type Reach = { readonly id: string; readonly team: NamedTeam | null; readonly reason: string };
export type PersonDetail = {
  readonly joined: boolean;
  readonly invitedUntil: string | null;
  readonly deactivation: { reason: string; at: string; by: Named | null } | null;
  readonly memberships: readonly {
    id: string;
    team: NamedTeam;
    isMain: boolean;
    fromOn: string;
    toOn: string | null;
  }[];
  readonly grants: readonly (Reach & Ended & { capacity: GrantedCapacity; grantedAt: string; by: Named | null })[];
  readonly mentorships: readonly (Reach & Ended & { roleGroupCode: RoleGroupCode; fromOn: string })[];
  readonly appointments: readonly (Reach &
    Ended & { kind: "countersigner" | "reviewer"; roleGroupCode: RoleGroupCode | null; fromOn: string })[];
  readonly enrolments: readonly {
    id: string;
    roleGroupCode: RoleGroupCode | null;
    team: NamedTeam;
    tracks: readonly Track[];
    enrolledOn: string;
    endedOn: string | null;
    completedStep: StepNumber | null;
    openStep: StepNumber | null;
  }[];
  /** Sign-off requests of their own that wait for a decision. */
  readonly openRequests: number;
};

const endedColumns = Prisma.sql`x."endedAt", x."endReason"`;

/** Everything about a person that their page shows, in one statement. */
export async function loadPersonDetail(tx: Tx, personId: string): Promise<PersonDetail> {
  const [row] = await tx.$queryRaw<[PersonDetail]>`
    select exists (select 1 from "Credential" c where c."personId" = p.id) as joined,
      (select max(l."expiresAt")::text from "OneTimeLink" l
        where l."personId" = p.id and l.kind = 'invitation' and l."usedAt" is null) as "invitedUntil",
      case when p."deactivatedAt" is null then null else (
        select json_build_object('reason', d.reason, 'at', d."deactivatedAt",
                 'by', case when b.id is null then null else ${person("b")} end)
          from "Deactivation" d left join "Person" b on b.id = d."deactivatedById"
         where d."personId" = p.id and d."reactivatedAt" is null order by d."deactivatedAt" desc limit 1) end as deactivation,
      ${asList(Prisma.sql`
        select x.id, ${team("t")} as team, x."isMain", x."fromOn", x."toOn"
          from "Membership" x join "Team" t on t.id = x."teamId" where x."personId" = p.id
         order by x."toOn" desc nulls first, x."isMain" desc, x."fromOn" desc`)} as memberships,
      ${asList(Prisma.sql`
        select x.id, x.capacity, ${teamOrNull} as team, x.reason, x."grantedAt", ${endedColumns},
               case when b.id is null then null else ${person("b")} end as by
          from "CapacityGrant" x left join "Team" t on t.id = x."teamId" left join "Person" b on b.id = x."grantedById"
         where x."personId" = p.id order by x."endedAt" desc nulls first, x."grantedAt" desc`)} as grants,
      ${asList(Prisma.sql`
        select x.id, x."roleGroupCode", ${teamOrNull} as team, x.reason, x."fromOn", ${endedColumns}
          from "Mentorship" x left join "Team" t on t.id = x."teamId"
         where x."personId" = p.id order by x."endedAt" desc nulls first, x."fromOn" desc`)} as mentorships,
      ${asList(Prisma.sql`
        select x.id, x.kind, x."roleGroupCode", ${teamOrNull} as team, x.reason, x."fromOn", ${endedColumns}
          from "Appointment" x left join "Team" t on t.id = x."teamId"
         where x."personId" = p.id order by x."endedAt" desc nulls first, x."fromOn" desc`)} as appointments,
      ${asList(Prisma.sql`
        select x.id, x."roleGroupCode", ${team("t")} as team, x.tracks, x."enrolledOn", x."endedOn",
               s."completedStep", s."openStep"
          from "Enrolment" x join "Team" t on t.id = x."teamId" left join "PersonStanding" s on s."enrolmentId" = x.id
         where x."personId" = p.id
         order by x."endedOn" desc nulls first, x."roleGroupCode" nulls first, x."enrolledOn"`)} as enrolments,
      (select count(*)::int from "SignOffRequest" q join "Enrolment" e on e.id = q."enrolmentId"
        where e."personId" = p.id and q."isOpen") as "openRequests"
      from "Person" p where p.id = ${personId}::uuid`;
  return row;
}

const teamOrNull = Prisma.sql`case when t.id is null then null else ${team("t")} end`;
