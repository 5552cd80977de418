import "server-only";
import type { Actor } from "@/lib/domain/access";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { heldNow, isHeldByAnother } from "@/lib/hold/scope";
import { isHere } from "@/lib/people/scope";
import { Prisma } from "@/prisma/generated/client";

/** The database twins of who reviews and who countersigns; tests/integration/reviews/scope.test.ts proves them equal. */

type Root = string | null;

/** The team is one of these or below one, or any where the whole organisation is among them. An array, so that an index can answer it. */
const isBelow = (team: Prisma.Sql, roots: readonly Root[]) => {
  if (roots.includes(null)) return Prisma.sql`true`;
  if (roots.length === 0) return Prisma.sql`false`;
  return Prisma.sql`${team} = any(array(
    select ba."teamId" from "TeamAncestor" ba where ba."ancestorId" = any(${[...roots]}::uuid[])))`;
};
const below = (roots: readonly Root[]) => isBelow(Prisma.sql`e."teamId"`, roots);

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

/** Who mentors what in which team at or below these, those above included. As text: uuids have no least before PostgreSQL 18. */
const mentorsByTeam = (roots: readonly Root[]) => Prisma.sql`
  select ta."teamId", ms."roleGroupCode" as code, ms."personId"::text as mentor
    from "Mentorship" ms join "Person" m on m.id = ms."personId" join "TeamAncestor" ta on ta."ancestorId" = ms."teamId"
   where ms."endedAt" is null and ${isHere} and ${isBelow(Prisma.sql`ta."teamId"`, roots)}
  union all
  select t.id, ms."roleGroupCode", ms."personId"::text
    from "Mentorship" ms join "Person" m on m.id = ms."personId" cross join "Team" t
   where ms."teamId" is null and ms."endedAt" is null and ${isHere} and ${isBelow(Prisma.sql`t.id`, roots)}`;

/**
 * Role group × team at or below these without a mentor, or with the one mentor `alone`, who cannot be their own: the first and the
 * last by id are the same. Basic education has the role group '': whoever mentors anything there is its mentor.
 */
const lonely = (roots: readonly Root[]) => Prisma.sql`
  select t.id as "teamId", g.code, held.first::uuid as alone
    from "Team" t cross join unnest(${["", ...ROLE_GROUP_CODES]}::text[]) as g(code)
    left join (
      select x."teamId", coalesce(x.code, '') as code, min(x.mentor) as first, max(x.mentor) as last
        from (${mentorsByTeam(roots)}) x group by grouping sets ((x."teamId", x.code), (x."teamId"))) held
      on held."teamId" = t.id and held.code = g.code
   where held.first is not distinct from held.last and ${isBelow(Prisma.sql`t.id`, roots)}`;

/** The role group of the enrolment `e` has no mentor there, or none but the trainee. Two sets, each made once from `lonely`. */
const unmentoredBy = (from: Prisma.Sql) => Prisma.sql`(
  (e."teamId", coalesce(e."roleGroupCode", '')) in (select u."teamId", u.code from ${from} u where u.alone is null)
  or (e."teamId", coalesce(e."roleGroupCode", ''), e."personId") in (
    select u."teamId", u.code, u.alone from ${from} u where u.alone is not null))`;

/** The enrolment `e`, which is at or below one of these teams, has no mentor in its role group but perhaps its own trainee. */
export const unmentoredBelow = (roots: readonly Root[]) => unmentoredBy(Prisma.sql`(${lonely(roots)})`);

/** Where the actor holds anything: there and below. */
const reachOf = ({ mentorships, appointments, managedTeamIds }: Actor): readonly Root[] => [
  ...[...mentorships, ...appointments].map(({ teamId }) => teamId),
  ...managedTeamIds,
];

/** Said first, because an index answers it. */
const withinReach = (actor: Actor) => below(reachOf(actor));

const ofOthers = (actor: Actor, ways: readonly Prisma.Sql[]) =>
  Prisma.sql`(e."personId" <> ${actor.id}::uuid and ${withinReach(actor)} and ${anyOf(ways)})`;

/** Twin of `reviewQuality`: a condition on the enrolment `e`. */
export const reviewableBy = (actor: Actor) => reviewableWith(actor, unmentoredBelow(reachOf(actor)));

function reviewableWith(actor: Actor, hasNoMentor: Prisma.Sql) {
  const ways = standInWays(actor);
  return ofOthers(actor, [
    mentored(actor),
    Prisma.sql`(e."roleGroupCode" is null and ${managed(actor)})`,
    ...(ways.length > 0 ? [Prisma.sql`(${anyOf(ways)} and ${hasNoMentor})`] : []),
  ]);
}

/** Where the actor steps in for a mentor that is not there. */
const standInWays = (actor: Actor) => [
  ...(actor.managedTeamIds.length > 0 ? [managed(actor)] : []),
  ...reviewerWays(actor),
];

const reviewerWays = (actor: Actor) =>
  actor.appointments.some(({ kind }) => kind === "reviewer") ? [appointed("reviewer", actor)] : [];

/** Twin of `canCountersign`: a condition on the enrolment `e`. */
export const countersignableBy = (actor: Actor) => ofOthers(actor, [managed(actor), appointed("countersigner", actor)]);

/** Twin of `canViewEnrolment`, one's own aside: a condition on the enrolment `e`. */
export const viewableBy = (actor: Actor) =>
  ofOthers(actor, [mentored(actor), managed(actor), appointed("reviewer", actor), appointed("countersigner", actor)]);

/** Twin of `mentors` or `manages`: a condition on the enrolment `e`. */
export const taughtBy = (actor: Actor) => ofOthers(actor, [mentored(actor), managed(actor)]);

const withTrainee = Prisma.sql`exists (
  select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null and k."answeredAt" is null)`;

/** A claim `c` that a mentor can decide on now: nobody has verified it, and nothing said about it waits for the trainee. */
export const claimWaitsForReview = Prisma.sql`c."isUnverified" and not ${withTrainee}`;

/** Enrolments in role groups whose records the actor reviews. Each way finds its own by an index. */
function poolOf(actor: Actor) {
  const other = Prisma.sql`e."endedOn" is null and e."roleGroupCode" is not null and e."personId" <> ${actor.id}::uuid`;
  const ways = standInWays(actor);
  const ownGroups = Prisma.sql`select e.id, e."personId" from "Enrolment" e where ${other} and ${mentored(actor)}`;
  if (ways.length === 0) return ownGroups;
  const there = Prisma.sql`x."teamId" = u."teamId" and x."roleGroupCode" = u.code`;
  return Prisma.sql`${ownGroups} union
    select e.id, e."personId" from lonely u cross join lateral (
      select x.* from "Enrolment" x where u.alone is null and ${there}
      union all
      select x.* from "Enrolment" x where x."personId" = u.alone and ${there}) e
     where ${other} and ${anyOf(ways)}`;
}

/** The enrolment of what waits, looked up for each (`offset 0`): asked as a whole, the planner reads every enrolment in reach. */
const enrolmentOf = (item: string) => Prisma.sql`
  cross join lateral (select x.* from "Enrolment" x where x.id = ${Prisma.raw(item)}."enrolmentId" and x."endedOn" is null offset 0) e`;

/** What waits besides records, each as it is read from. Basic education, which is not in the pool, has nothing to judge. */
function itemsFor(actor: Actor) {
  const reviewable = reviewableWith(actor, unmentoredBy(Prisma.sql`lonely`));
  return {
    judgement: Prisma.sql`"JudgementRequest" j join pool e on e.id = j."enrolmentId" where j."closedAt" is null`,
    answer: Prisma.sql`"Remark" k ${enrolmentOf("k")} left join "RecordClaim" c on c.id = k."claimId"
      where k."answeredAt" is not null and k."settledAt" is null and c."isUnverified" is not true and ${reviewable}`,
    signOff: Prisma.sql`"SignOffRequest" q ${enrolmentOf("q")}
      where q."isOpen" and not exists (select 1 from "MentorSignature" g where g."requestId" = q.id) and ${reviewable}`,
    countersign: Prisma.sql`"MentorSignature" g join "SignOffRequest" q on q.id = g."requestId" ${enrolmentOf("q")}
      where q."isOpen" and g."mentorId" <> ${actor.id}::uuid and ${countersignableBy(actor)}`,
  };
}

const withPool = (actor: Actor) =>
  Prisma.sql`with lonely as materialized (${lonely(reachOf(actor))}), pool as (${poolOf(actor)})`;

/**
 * Everything that waits for a decision of the actor: one row for a record, whatever its claims; judgements asked for; answers
 * whose record is not judged anyway; STEPs to sign off and to countersign.
 */
export function waitingFor(actor: Actor) {
  const items = itemsFor(actor);
  return Prisma.sql`(
  ${withPool(actor)}
  select 'record' as kind, r.id, null::uuid as "enrolmentId", array_agg(distinct pool.id) as "enrolmentIds", pool."personId", null::text as code, null::smallint as step,
         min(coalesce((select max(k."answeredAt") from "Remark" k where k."claimId" = c.id and k."settledAt" is null), c."claimedAt")) as since,
         array_agg(c."criterionCode") as codes,
         (r."correctsId" is not null or bool_or(exists (select 1 from "Remark" k where k."claimId" = c.id))) as "isResubmitted",
         r.title, r.kind as "recordKind", r.tlp, r."mentorPresentId"
    from pool join "RecordClaim" c on c."enrolmentId" = pool.id join "PracticeRecord" r on r.id = c."recordId"
   where ${claimWaitsForReview}
   group by r.id, pool."personId"
  union all
  select 'judgement', j.id, j."enrolmentId", array[j."enrolmentId"], e."personId", j."criterionCode", null, j."requestedAt", null, false, null, null, null, null
    from ${items.judgement}
  union all
  select 'answer', k.id, k."enrolmentId", array[k."enrolmentId"], e."personId", k."criterionCode", null, k."answeredAt", null, false, null, null, null, null
    from ${items.answer}
  union all
  select 'signOff', q.id, q."enrolmentId", array[q."enrolmentId"], e."personId", null, q.step, q."requestedAt", null, false, null, null, null, null
    from ${items.signOff}
  union all
  select 'countersign', q.id, q."enrolmentId", array[q."enrolmentId"], e."personId", null, q.step, g."signedAt", null, false, null, null, null, null
    from ${items.countersign})`;
}

/** How many rows `waitingFor` has, less what others have taken on, without what they say. */
export function countWaitingFor(actor: Actor, now: Date) {
  const { judgement, answer, signOff, countersign } = itemsFor(actor);
  const free = (id: string, enrolmentId: string) =>
    Prisma.sql`not ${isHeldByAnother(actor, Prisma.raw(id), Prisma.raw(enrolmentId))}`;
  return Prisma.sql`(
  ${withPool(actor)}, held as materialized (${heldNow(now)})
  select ((select count(distinct c."recordId") from pool join "RecordClaim" c on c."enrolmentId" = pool.id
            where ${claimWaitsForReview} and ${free('c."recordId"', "pool.id")})
    + (select count(*) from ${judgement} and ${free("j.id", "e.id")}) + (select count(*) from ${answer})
    + (select count(*) from ${signOff} and ${free("q.id", "e.id")}) + (select count(*) from ${countersign}))::int)`;
}
