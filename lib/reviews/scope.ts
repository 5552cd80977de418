import "server-only";
import type { Actor } from "@/lib/domain/access";
import { isHere } from "@/lib/people/scope";
import { Prisma } from "@/prisma/generated/client";

/** The database twins of who reviews and who countersigns; tests/integration/reviews/scope.test.ts proves them equal. */

type Root = string | null;

/** Of a team below one of these, or anywhere where the whole organisation is among them. Uncorrelated: asked once, then looked up. */
const below = (roots: readonly Root[]) => {
  if (roots.includes(null)) return Prisma.sql`true`;
  if (roots.length === 0) return Prisma.sql`false`;
  return Prisma.sql`e."teamId" in (
    select ta."teamId" from "TeamAncestor" ta where ta."ancestorId" = any(${[...roots]}::uuid[]))`;
};

const anyOf = (ways: readonly Prisma.Sql[]) =>
  ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...ways], " or ")})`;

/** What is held for a role group reaches its enrolments and basic education; what is held for none reaches all. */
function reached(held: readonly { readonly roleGroupCode: string | null; readonly teamId: Root }[]) {
  const groups = [...new Set(held.map(({ roleGroupCode }) => roleGroupCode))];
  return anyOf(
    groups.map((group) => {
      const there = below(held.filter(({ roleGroupCode }) => roleGroupCode === group).map(({ teamId }) => teamId));
      return group === null
        ? there
        : Prisma.sql`((e."roleGroupCode" is null or e."roleGroupCode" = ${group}) and ${there})`;
    }),
  );
}

/** Twin of `manages`, the trainee aside. */
const managed = ({ managedTeamIds }: Actor) => below(managedTeamIds);
/** Twin of `mentors`, the trainee aside. */
const mentored = ({ mentorships }: Actor) => reached(mentorships);
/** Twin of `isReviewerOf` and `isCountersignerOf`, the trainee aside. */
const appointed = (kind: "reviewer" | "countersigner", { appointments }: Actor) =>
  reached(appointments.filter((appointment) => appointment.kind === kind));

/** Who mentors what in which team; under the role group '' whoever mentors anything there: for basic education. */
const mentorsByTeam = Prisma.sql`
  select held."teamId", groups.code, held."personId"
    from (select ta."teamId", ms."roleGroupCode", ms."personId"
            from "Mentorship" ms join "TeamAncestor" ta on ta."ancestorId" = ms."teamId"
           where ms."endedAt" is null and exists (select 1 from "Person" m where m.id = ms."personId" and ${isHere})
          union all
          select t.id, ms."roleGroupCode", ms."personId" from "Mentorship" ms cross join "Team" t
           where ms."teamId" is null and ms."endedAt" is null
             and exists (select 1 from "Person" m where m.id = ms."personId" and ${isHere})) held
   cross join lateral (values (held."roleGroupCode"), ('')) as groups(code)`;

/** The role group of the enrolment `e` has no mentor there, or none but the trainee. Two sets, each made once. */
export const unmentored = Prisma.sql`(
  (e."teamId", coalesce(e."roleGroupCode", '')) not in (select "teamId", code from (${mentorsByTeam}) x)
  or (e."teamId", coalesce(e."roleGroupCode", ''), e."personId"::text) in (
    select "teamId", code, min("personId"::text) from (${mentorsByTeam}) x
     group by "teamId", code having count(distinct "personId") = 1))`;

/** Said first, because an index answers it: the enrolment lies in or below a team that the actor holds anything in. */
function withinReach({ mentorships, appointments, managedTeamIds }: Actor) {
  const held = [...[...mentorships, ...appointments].map(({ teamId }) => teamId), ...managedTeamIds];
  if (held.includes(null)) return Prisma.sql`true`;
  return Prisma.sql`e."teamId" = any(array(
    select ta."teamId" from "TeamAncestor" ta where ta."ancestorId" = any(${held}::uuid[])))`;
}

const ofOthers = (actor: Actor, ways: readonly Prisma.Sql[]) =>
  Prisma.sql`(e."personId" <> ${actor.id}::uuid and ${withinReach(actor)} and ${anyOf(ways)})`;

/** Twin of `reviewQuality`: a condition on the enrolment `e`. */
export function reviewableBy(actor: Actor) {
  const standsIn = [...(actor.managedTeamIds.length > 0 ? [managed(actor)] : []), ...reviewerWays(actor)];
  return ofOthers(actor, [
    mentored(actor),
    Prisma.sql`(e."roleGroupCode" is null and ${managed(actor)})`,
    ...(standsIn.length > 0 ? [Prisma.sql`(${anyOf(standsIn)} and ${unmentored})`] : []),
  ]);
}

const reviewerWays = (actor: Actor) =>
  actor.appointments.some(({ kind }) => kind === "reviewer") ? [appointed("reviewer", actor)] : [];

/** Twin of `canCountersign`: a condition on the enrolment `e`. */
export const countersignableBy = (actor: Actor) => ofOthers(actor, [managed(actor), appointed("countersigner", actor)]);

/** Twin of `canViewEnrolment`, one's own aside: a condition on the enrolment `e`. */
export const viewableBy = (actor: Actor) =>
  ofOthers(actor, [mentored(actor), managed(actor), appointed("reviewer", actor), appointed("countersigner", actor)]);

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
