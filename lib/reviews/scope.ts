import "server-only";
import type { Actor } from "@/lib/domain/access";
import { Prisma } from "@/prisma/generated/client";

/** The database twins of who reviews and who countersigns; tests/integration/reviews/scope.test.ts proves them equal. */

const belowTeam = (rootTeamId: Prisma.Sql) =>
  Prisma.sql`exists (select 1 from "TeamAncestor" ta where ta."teamId" = e."teamId" and ta."ancestorId" = ${rootTeamId})`;

/** Twin of `manages`, the trainee aside. */
const managed = ({ managedTeamIds }: Actor) =>
  managedTeamIds.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`exists (select 1 from "TeamAncestor" ta
        where ta."teamId" = e."teamId" and ta."ancestorId" = any(${[...managedTeamIds]}::uuid[]))`;

/** Twin of `mentors`, the trainee aside. */
const mentored = ({ mentorships }: Actor) =>
  mentorships.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`exists (select 1
        from json_to_recordset(${JSON.stringify(mentorships)}::json) as held("roleGroupCode" text, "teamId" uuid)
       where (e."roleGroupCode" is null or e."roleGroupCode" = held."roleGroupCode")
         and (held."teamId" is null or ${belowTeam(Prisma.sql`held."teamId"`)}))`;

/** Twin of `isReviewerOf` and `isCountersignerOf`, the trainee aside. */
const appointed = (kind: "reviewer" | "countersigner", { appointments }: Actor) => {
  const held = appointments.filter((appointment) => appointment.kind === kind);
  return held.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`exists (select 1
        from json_to_recordset(${JSON.stringify(held)}::json) as held("teamId" uuid, "roleGroupCode" text)
       where (e."roleGroupCode" is null or held."roleGroupCode" is null or e."roleGroupCode" = held."roleGroupCode")
         and ${belowTeam(Prisma.sql`held."teamId"`)})`;
};

/** The role group has no mentor there other than the trainee. */
const unmentored = Prisma.sql`not exists (
  select 1 from "Mentorship" ms join "Person" m on m.id = ms."personId"
   where ms."endedAt" is null and m."deactivatedAt" is null and m.id <> e."personId"
     and (e."roleGroupCode" is null or ms."roleGroupCode" = e."roleGroupCode")
     and (ms."teamId" is null or exists (
       select 1 from "TeamAncestor" ta where ta."teamId" = e."teamId" and ta."ancestorId" = ms."teamId")))`;

/** Twin of `reviewQuality`: a condition on the enrolment `e`. */
export const reviewableBy = (actor: Actor) => Prisma.sql`(e."personId" <> ${actor.id}::uuid and (
  ${mentored(actor)} or (e."roleGroupCode" is null and ${managed(actor)})
  or (${unmentored} and (${managed(actor)} or ${appointed("reviewer", actor)}))))`;

/** Twin of `canCountersign`: a condition on the enrolment `e`. */
export const countersignableBy = (actor: Actor) => Prisma.sql`(e."personId" <> ${actor.id}::uuid and (
  ${managed(actor)} or ${appointed("countersigner", actor)}))`;
