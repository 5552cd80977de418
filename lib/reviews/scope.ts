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

/** A mentorship `ms` that stands, reaches the team, and is not the trainee's own. */
const mentorThere = Prisma.sql`ms."endedAt" is null and ms."personId" <> e."personId"
  and exists (select 1 from "Person" m where m.id = ms."personId" and m."deactivatedAt" is null)
  and (ms."teamId" is null or ms."teamId" in (select ta."ancestorId" from "TeamAncestor" ta where ta."teamId" = e."teamId"))`;

/** The role group has no mentor there other than the trainee. Two branches: with a role group, an index finds its mentors. */
const unmentored = Prisma.sql`case when e."roleGroupCode" is null
  then not exists (select 1 from "Mentorship" ms where ${mentorThere})
  else not exists (select 1 from "Mentorship" ms where ms."roleGroupCode" = e."roleGroupCode" and ${mentorThere}) end`;

/** Said first, because an index answers it: the enrolment lies in or below a team that the actor holds anything in. */
function withinReach({ mentorships, appointments, managedTeamIds }: Actor) {
  const held = [...[...mentorships, ...appointments].map(({ teamId }) => teamId), ...managedTeamIds];
  if (held.includes(null)) return Prisma.sql`true`;
  return Prisma.sql`e."teamId" = any(array(
    select ta."teamId" from "TeamAncestor" ta where ta."ancestorId" = any(${held}::uuid[])))`;
}

/** Twin of `reviewQuality`: a condition on the enrolment `e`. */
export const reviewableBy = (
  actor: Actor,
) => Prisma.sql`(e."personId" <> ${actor.id}::uuid and ${withinReach(actor)} and (
  ${mentored(actor)} or (e."roleGroupCode" is null and ${managed(actor)})
  or (${unmentored} and (${managed(actor)} or ${appointed("reviewer", actor)}))))`;

/** Twin of `canCountersign`: a condition on the enrolment `e`. */
export const countersignableBy = (actor: Actor) => Prisma.sql`(e."personId" <> ${actor.id}::uuid and (
  ${managed(actor)} or ${appointed("countersigner", actor)}))`;

/** Twin of `canViewEnrolment`, one's own aside: a condition on the enrolment `e`. */
export const viewableBy = (actor: Actor) => Prisma.sql`(e."personId" <> ${actor.id}::uuid and (
  ${mentored(actor)} or ${managed(actor)} or ${appointed("reviewer", actor)} or ${appointed("countersigner", actor)}))`;

/** A claim `c` of record `r` that waits: nobody has verified it, and nothing said about it waits for the trainee. */
const claimWaits = Prisma.sql`c."withdrawnAt" is null and r."withdrawnAt" is null
  and not exists (select 1 from "Verification" v where v."claimId" = c.id and v."withdrawnAt" is null)`;
const withTrainee = Prisma.sql`exists (
  select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null and k."answeredAt" is null)`;

/** A claim `c` of record `r` that a mentor can decide on now. */
export const claimWaitsForReview = Prisma.sql`${claimWaits} and not ${withTrainee}`;

/** Enrolment by enrolment (`offset 0`): joined as a whole, the planner reads every claim that was ever made. */
const claimsWaiting = Prisma.sql`
  select c.* from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
   where c."enrolmentId" = pool.id and ${claimWaitsForReview} offset 0`;

/**
 * Everything that waits for a decision of the actor: one row for a record, whatever its claims; judgements asked for; answers
 * whose record is not judged anyway; STEPs to sign off and to countersign.
 */
export const waitingFor = (actor: Actor) => Prisma.sql`(
  with pool as (
    select e.id, e."personId", e."roleGroupCode" from "Enrolment" e where e."endedOn" is null and ${reviewableBy(actor)})
  select 'record' as kind, r.id, null::uuid as "enrolmentId", pool."personId", null::text as code, null::smallint as step,
         min(coalesce((select max(k."answeredAt") from "Remark" k where k."claimId" = c.id and k."settledAt" is null), c."claimedAt")) as since,
         array_agg(c."criterionCode") as codes,
         (r."correctsId" is not null or bool_or(exists (select 1 from "Remark" k where k."claimId" = c.id))) as "isResubmitted",
         r.title, r.kind as "recordKind", r.tlp, r."mentorPresentId"
    from pool cross join lateral (${claimsWaiting}) c join "PracticeRecord" r on r.id = c."recordId"
   where pool."roleGroupCode" is not null
   group by r.id, pool."personId"
  union all
  select 'judgement', j.id, j."enrolmentId", pool."personId", j."criterionCode", null, j."requestedAt", null, false, null, null, null, null
    from pool join "JudgementRequest" j on j."enrolmentId" = pool.id where j."closedAt" is null
  union all
  select 'answer', k.id, k."enrolmentId", pool."personId", k."criterionCode", null, k."answeredAt", null, false, null, null, null, null
    from pool join "Remark" k on k."enrolmentId" = pool.id
    left join "RecordClaim" c on c.id = k."claimId" left join "PracticeRecord" r on r.id = c."recordId"
   where k."answeredAt" is not null and k."settledAt" is null and (c.id is null or not (${claimWaits}))
  union all
  select 'signOff', q.id, q."enrolmentId", pool."personId", null, q.step, q."requestedAt", null, false, null, null, null, null
    from pool join "SignOffRequest" q on q."enrolmentId" = pool.id
   where not exists (select 1 from "RequestOutcome" o where o."requestId" = q.id)
     and not exists (select 1 from "MentorSignature" g where g."requestId" = q.id)
  union all
  select 'countersign', q.id, q."enrolmentId", e."personId", null, q.step, g."signedAt", null, false, null, null, null, null
    from "MentorSignature" g join "SignOffRequest" q on q.id = g."requestId" join "Enrolment" e on e.id = q."enrolmentId"
   where g."mentorId" <> ${actor.id}::uuid and e."endedOn" is null and ${countersignableBy(actor)}
     and not exists (select 1 from "RequestOutcome" o where o."requestId" = q.id))`;
