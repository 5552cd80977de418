import "server-only";
import type { Actor } from "@/lib/domain/access";
import { isHere } from "@/lib/people/scope";
import { Prisma } from "@/prisma/generated/client";

/** Statements about the hold `h` on something of the enrolment `e`, whose holder is the person `m`. */

const above = (teamId: string) => {
  const column = Prisma.raw(teamId);
  return Prisma.sql`(${column} is null or exists (
    select 1 from "TeamAncestor" ra where ra."teamId" = e."teamId" and ra."ancestorId" = ${column}))`;
};

const mentorsThere = Prisma.sql`from "Mentorship" ms join "Person" m on m.id = ms."personId"
  where ms."endedAt" is null and ${isHere} and (e."roleGroupCode" is null or ms."roleGroupCode" = e."roleGroupCode")
    and ${above('ms."teamId"')}`;

/** Mentors of the enrolment `e` other than the trainee, by name. */
export const mentorsOf = Prisma.sql`(
  select coalesce(json_agg(distinct jsonb_build_object('id', m.id, 'name', m.name, 'latinName', m."latinName")), '[]')
  ${mentorsThere} and m.id <> e."personId")`;

const managesThere = Prisma.sql`exists (select 1 from "CapacityGrant" cg
  where cg."personId" = h."holderId" and cg.capacity = 'manager' and cg."endedAt" is null and ${above('cg."teamId"')})`;

const reviewsThere = Prisma.sql`exists (select 1 from "Appointment" ap
  where ap."personId" = h."holderId" and ap.kind = 'reviewer' and ap."endedAt" is null
    and (e."roleGroupCode" is null or ap."roleGroupCode" is null or ap."roleGroupCode" = e."roleGroupCode")
    and ${above('ap."teamId"')})`;

/** Twin of `reviewQuality` for a holder who is here and not on leave: `HoldFact.holderReviews`; tests/integration/hold/scope.test.ts proves them equal. */
export const holderReviews = Prisma.sql`(${isHere} and h."holderId" <> e."personId" and (
  exists (select 1 ${mentorsThere} and ms."personId" = h."holderId")
  or (e."roleGroupCode" is null and ${managesThere})
  or ((${managesThere} or ${reviewsThere}) and not exists (select 1 ${mentorsThere} and ms."personId" <> e."personId"))))`;

const SUBJECT = { record: '"recordId"', judgement: '"judgementRequestId"', signOff: '"signOffRequestId"' } as const;

/** The hold that nobody ended on a subject, as a `HoldFact`; `t` is the enrolment's team. */
export const holdOn = (subject: keyof typeof SUBJECT, id: Prisma.Sql) => Prisma.sql`(
  select json_build_object('holdId', h.id, 'holderId', m.id, 'by', m.name, 'byLatin', m."latinName",
           'until', to_char(h."until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'on', to_char(h."until" at time zone t."timeZone", 'YYYY-MM-DD'), 'time', to_char(h."until" at time zone t."timeZone", 'HH24:MI'),
           'takenAt', to_char(h."takenAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'note', h.note,
           'handedBy', (select json_build_object('id', hb.id, 'name', hb.name, 'latinName', hb."latinName") from "Person" hb where hb.id = h."handedById"),
           'holderReviews', ${holderReviews})
    from "Hold" h join "Person" m on m.id = h."holderId"
   where h."endedAt" is null and h."enrolmentId" = e.id and h.${Prisma.raw(SUBJECT[subject])} = ${id})`;

/** Twin of `standsAt`: what is held now, made once for a statement as `held`. */
export const heldNow = (now: Date) => Prisma.sql`
  select h.id, h."enrolmentId", coalesce(h."recordId", h."judgementRequestId", h."signOffRequestId") as "subjectId",
         h."holderId", m.name, m."latinName", to_char(h."until" at time zone t."timeZone", 'YYYY-MM-DD') as on,
         to_char(h."until" at time zone t."timeZone", 'HH24:MI') as time
    from "Hold" h join "Person" m on m.id = h."holderId"
    join "Enrolment" e on e.id = h."enrolmentId" join "Team" t on t.id = e."teamId"
   where h."endedAt" is null and h."until" > ${now} and ${holderReviews}`;

/** Somebody else holds this subject of this enrolment, by `held`. */
export const isHeldByAnother = ({ id }: Actor, subject: Prisma.Sql, enrolment: Prisma.Sql) => Prisma.sql`exists (
  select 1 from held where held."subjectId" = ${subject} and held."enrolmentId" = ${enrolment} and held."holderId" <> ${id}::uuid)`;
