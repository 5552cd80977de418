import "server-only";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import type { RestedOn } from "@/lib/domain/rested-on";
import type { FirstJudgement } from "@/lib/domain/second-opinion";
import { db } from "@/lib/platform/db";
import { anyId, asList, instant } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import { acted, actedOrNull, dayHere, dayThere, plainDay, type Seen, textOf, who } from "./records";
import type {
  Acted,
  ChangeEntry,
  JudgementEntry,
  MentorEntry,
  OpinionEntry,
  RemarkEntry,
  RequestEntry,
  StepEntry,
  TeamNames,
  WithdrawalEntry,
} from "./schema";

/** What was decided about a person's enrolments, standing or not. */

type LoadedStep = Omit<StepEntry, "digest" | "edition" | "policy" | "items"> & { readonly rested: RestedOn | null };
export type LoadedOpinion = Omit<OpinionEntry, "comparison"> & {
  readonly askedOfId: string;
  readonly givenAt: string | null;
  readonly second: readonly CheckpointJudgement[];
  readonly first: readonly FirstJudgement[];
};
export type LoadedLocalChange = {
  readonly id: string;
  readonly kind: "add" | "exempt";
  readonly itemCode: string;
  readonly made: Acted;
  readonly reason: string | null;
  /** Null: the organisation's. */
  readonly team: TeamNames | null;
  /** Of the teams that it reaches. */
  readonly enrolmentIds: readonly string[];
};
export type LoadedHistory = {
  readonly steps: readonly LoadedStep[];
  readonly remarks: readonly RemarkEntry[];
  readonly withdrawals: readonly WithdrawalEntry[];
  readonly judgements: readonly JudgementEntry[];
  readonly opinions: readonly LoadedOpinion[];
  readonly requests: readonly RequestEntry[];
  readonly changes: readonly ChangeEntry[];
  readonly mentors: readonly MentorEntry[];
  readonly localChanges: readonly LoadedLocalChange[];
};

const revocationsOf = (key: Prisma.Sql, seen: Seen) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', v.id, 'by', ${who("r")}, 'on', ${dayThere('v."revokedAt"')}, 'reason', ${textOf("v.reason", seen)},
           'lifted', case when l.id is null then null else json_build_object('by', ${who("l")}, 'on', ${dayThere('v."reinstatedAt"')},
                       'reason', ${textOf('v."reinstateReason"', seen)}) end) order by v."revokedAt", v.id), '[]')
    from "Revocation" v join "Person" r on r.id = v."revokedById" left join "Person" l on l.id = v."reinstatedById" where ${key})`;

/** The number of the event that tells of a row: what the trail proves. */
const eventOf = (action: string, row: string) => Prisma.sql`(
  select min(ev.seq)::int from audit.event ev
   where ev.subject = e."personId"::text and ev.action = ${action} and position(${Prisma.raw(`${row}.id`)}::text in ev.body) > 0)`;

const signOffs = (seen: Seen) => Prisma.sql`
  select s.id, s."enrolmentId", e."roleGroupCode", s.step, 'signOff' as kind, ${acted("m", plainDay('s."signedOn"'))} as signed,
         s."byReviewer", ${actedOrNull("n", dayThere('s."countersignedAt"'))} as countersigned,
         (select count(*)::int from "FrozenClaim" f where f."signOffId" = s.id) as claims, null::text as reason,
         s."restedOn" as rested, ${eventOf("StepSignedOff", "s")} as event, ${revocationsOf(Prisma.sql`v."signOffId" = s.id`, seen)} as revocations
    from "StepSignOff" s join "Enrolment" e on e.id = s."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" m on m.id = s."mentorId" left join "Person" n on n.id = s."countersignedById"
   where e.id = ${anyId(seen.visible)}`;

const recognitions = (seen: Seen) => Prisma.sql`
  select r.id, r."enrolmentId", e."roleGroupCode", r.step, 'recognition', ${acted("m", plainDay('r."recognisedOn"'))},
         false, null::json, 0, ${textOf("r.reason", seen)}, null::jsonb, ${eventOf("StepsRecognised", "r")},
         ${revocationsOf(Prisma.sql`v."recognitionId" = r.id`, seen)}
    from "Recognition" r join "Enrolment" e on e.id = r."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" m on m.id = r."recognisedById"
   where e.id = ${anyId(seen.visible)}`;

const remarksOf = (seen: Seen) => Prisma.sql`
  select k.id, k."enrolmentId", k."criterionCode", ${acted("m", dayThere('k."madeAt"'))} as made, ${textOf("k.reason", seen)} as reason,
         ${textOf("k.answer", seen)} as answer,
         (select ${plainDay('r."happenedOn"')} from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
           where c.id = k."claimId") as "recordOn",
         case when k."settledAt" is not null then 'settled' when k."answeredAt" is not null then 'answered' else 'open' end as state
    from "Remark" k join "Enrolment" e on e.id = k."enrolmentId" join "Team" t on t.id = e."teamId" join "Person" m on m.id = k."byId"
   where e.id = ${anyId(seen.visible)} order by k."madeAt" desc, k.id`;

/** Verifications that were taken back. */
const withdrawalsOf = (seen: Seen) => Prisma.sql`
  select v.id, e.id as "enrolmentId", c."criterionCode", ${plainDay('r."happenedOn"')} as "recordOn",
         ${acted("w", dayThere('v."withdrawnAt"'))} as made, ${acted("m", dayThere('v."verifiedAt"'))} as verified,
         ${textOf('v."withdrawReason"', seen)} as reason
    from "Verification" v join "RecordClaim" c on c.id = v."claimId" join "PracticeRecord" r on r.id = c."recordId"
    join "Enrolment" e on e.id = c."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" m on m.id = v."verifiedById" join "Person" w on w.id = v."withdrawnById"
   where e.id = ${anyId(seen.visible)} order by v."withdrawnAt" desc, v.id`;

/** Every judgement there was, newest first; of each checkpoint the latest counts. */
const judgementsOf = (seen: Seen) => Prisma.sql`
  select a.id, a."enrolmentId", a."criterionCode", a.checkpoint, a.judgement, a.supervision,
         ${acted("m", plainDay('a."judgedOn"'))} as judged,
         a."byReviewer", ${textOf("nullif(a.comment, '')", seen)} as comment,
         not exists (select 1 from "Attestation" n where n."enrolmentId" = a."enrolmentId" and n."criterionCode" = a."criterionCode"
                        and n.checkpoint = a.checkpoint and n.attempt > a.attempt) as counts
    from "Attestation" a join "Enrolment" e on e.id = a."enrolmentId" join "Person" m on m.id = a."judgedById"
   where e.id = ${anyId(seen.visible)} order by a."judgedAt" desc, a.id`;

const opinionsOf = (seen: Seen) => Prisma.sql`
  select o.id, o."enrolmentId", o."criterionCode", o."askedOfId", ${acted("b", dayThere('o."askedAt"'))} as asked, ${who("f")} as "askedOf",
         ${instant('o."givenAt"')} as "givenAt", ${dayThere('coalesce(o."givenAt", o."declinedAt")')} as "answeredOn",
         o."declinedAt" is not null as declined, ${textOf('o."declineReason"', seen)} as "declineReason",
         (select coalesce(json_agg(json_build_object('checkpoint', j.checkpoint, 'judgement', j.judgement, 'supervision', j.supervision, 'comment', '')), '[]')
            from "OpinionJudgement" j where j."opinionId" = o.id) as second,
         (select coalesce(json_agg(json_build_object('checkpoint', a.checkpoint, 'judgement', a.judgement, 'supervision', a.supervision, 'comment', '',
                                                     'judgedAt', ${instant('a."judgedAt"')})), '[]')
            from "Attestation" a where a."enrolmentId" = o."enrolmentId" and a."criterionCode" = o."criterionCode"
             and a."judgedById" = o."askedById") as first
    from "SecondOpinion" o join "Enrolment" e on e.id = o."enrolmentId" join "Team" t on t.id = e."teamId"
    join "Person" b on b.id = o."askedById" join "Person" f on f.id = o."askedOfId"
   where e.id = ${anyId(seen.visible)} order by o."askedAt" desc, o.id`;

/** Requests for a sign-off, with who took each on and what became of it. */
const requestsOf = (seen: Seen) => Prisma.sql`
  select q.id, e.id as "enrolmentId", e."roleGroupCode", q.step, ${dayThere('q."requestedAt"')} as "askedOn", ${textOf("nullif(q.note, '')", seen)} as note,
         (select coalesce(json_agg(${acted("h", dayThere('d."takenAt"'))} order by d."takenAt", d.id), '[]')
            from "Hold" d join "Person" h on h.id = d."holderId" where d."signOffRequestId" = q.id) as held,
         ${actedOrNull("m", dayThere('g."signedAt"'))} as signed, o.kind as outcome, ${actedOrNull("n", dayThere('o."decidedAt"'))} as decided,
         ${textOf("nullif(o.comment, '')", seen)} as comment
    from "SignOffRequest" q join "Enrolment" e on e.id = q."enrolmentId" join "Team" t on t.id = e."teamId"
    left join "MentorSignature" g on g."requestId" = q.id left join "Person" m on m.id = g."mentorId"
    left join "RequestOutcome" o on o."requestId" = q.id left join "Person" n on n.id = o."decidedById"
   where e.id = ${anyId(seen.visible)} order by q."requestedAt" desc, q.id`;

const teamNamed = (team: string) => Prisma.sql`
  (select jsonb_build_object('teamJa', n."nameJa", 'teamEn', n."nameEn") from "Team" n where n.id = ${Prisma.raw(team)})`;
const editionNamed = (edition: string) => Prisma.sql`
  (select to_jsonb(n.digest) from "CurriculumEdition" n where n.id = ${Prisma.raw(edition)})`;

/** What happened to the enrolments themselves, oldest first: begun, opened, moved, measured otherwise, ended. */
const changesOf = (seen: Seen) => Prisma.sql`
  select x.id, e.id as "enrolmentId", e."roleGroupCode", x.kind, ${plainDay("x.day")} as on, x.step, x.before, x.after,
         case when m.id is null then null else ${who("m")} end as by, ${textOf("nullif(x.reason, '')", seen)} as reason
    from "Enrolment" e join "Team" t on t.id = e."teamId" cross join lateral (
      select e.id, 'enrolled' as kind, e."enrolledOn" as day, e."createdAt" as at, e."createdById" as "byId", null::int as step,
             null::jsonb as before, null::jsonb as after, null::text as reason
      union all select e.id, 'ended', e."endedOn", null, e."endedById", null, null, null, e."endReason" where e."endedOn" is not null
      union all select o."enrolmentId", 'opened', o."openedOn", o."openedAt", null, o.step, null, null, null
        from "StepOpened" o where o."enrolmentId" = e.id
      union all select v.id, 'transferred', v."movedOn", v."movedAt", v."movedById", null, ${teamNamed('v."fromTeamId"')}, ${teamNamed('v."toTeamId"')}, v.reason
        from "Transfer" v where v."enrolmentId" = e.id
      union all select c.id, 'tracks', (c."changedAt" at time zone t."timeZone")::date, c."changedAt", c."changedById", null, to_jsonb(c.before), to_jsonb(c.after), c.reason
        from "TrackChange" c where c."enrolmentId" = e.id
      union all select b.id, 'rebased', b."rebasedOn", b."rebasedAt", b."rebasedById", b.step, b."valuesBefore", b."valuesAfter", b.reason
        from "Rebasing" b where b."enrolmentId" = e.id
      union all select d.id, d.outcome, (d."decidedAt" at time zone t."timeZone")::date, d."decidedAt", d."decidedById", null, ${editionNamed('d."fromId"')}, ${editionNamed('d."toId"')}, d.reason
        from "EditionDecision" d where d."enrolmentId" = e.id
      union all select g.id, 'target', (g."setAt" at time zone t."timeZone")::date, g."setAt", g."setById", g.step, null, to_jsonb(${plainDay('g."targetOn"')}), g.reason
        from "TargetDate" g where g."enrolmentId" = e.id
    ) x left join "Person" m on m.id = x."byId"
   where e.id = ${anyId(seen.visible)} order by x.day, x.kind <> 'enrolled', x.at nulls last, e.id, x.step`;

const counted = (act: string) => Prisma.raw(`count(*) filter (where x.act = '${act}')::int as "${act}"`);

/** Everybody who took something on, or decided something: how often, and from which day to which. */
const mentorsOf = (seen: Seen) => Prisma.sql`
  select e.id as "enrolmentId", ${who("m")} as by, to_char(min(x.at at time zone t."timeZone"), 'YYYY-MM-DD') as "fromOn",
         to_char(max(x.at at time zone t."timeZone"), 'YYYY-MM-DD') as "toOn",
         ${counted("held")}, ${counted("verified")}, ${counted("sentBack")}, ${counted("judged")}, ${counted("signed")}
    from "Enrolment" e join "Team" t on t.id = e."teamId" cross join lateral (
      select 'held' as act, h."holderId" as "byId", h."takenAt" as at from "Hold" h where h."enrolmentId" = e.id
      union all select 'verified', v."verifiedById", v."verifiedAt" from "RecordClaim" c join "Verification" v on v."claimId" = c.id where c."enrolmentId" = e.id
      union all select 'sentBack', k."byId", k."madeAt" from "Remark" k where k."enrolmentId" = e.id
      union all select 'judged', a."judgedById", a."judgedAt" from "Attestation" a where a."enrolmentId" = e.id
      union all select 'signed', s."mentorId", s."signedAt" from "StepSignOff" s where s."enrolmentId" = e.id
      union all select 'signed', s."countersignedById", s."countersignedAt" from "StepSignOff" s where s."enrolmentId" = e.id
    ) x join "Person" m on m.id = x."byId"
   where e.id = ${anyId(seen.visible)} group by e.id, m.id, m.name, m."latinName" order by min(x.at)`;

/** Local items and exemptions that ever reached the enrolments' teams; which of them an edition has, its structure tells. */
const localChangesOf = (seen: Seen) => Prisma.sql`
  select l.id, l.kind, l."itemCode", ${acted("m", dayHere('l."madeAt"'))} as made,
         case when ${seen.readable.length > 0} then l.reason end as reason,
         (select jsonb_build_object('teamJa', n."nameJa", 'teamEn', n."nameEn") from "Team" n where n.id = l."teamId") as team,
         array(select e.id from "Enrolment" e where e.id = ${anyId(seen.visible)} and (l."teamId" is null or exists (
           select 1 from "TeamAncestor" a where a."teamId" = e."teamId" and a."ancestorId" = l."teamId"))) as "enrolmentIds"
    from "LocalChange" l join "Person" m on m.id = l."madeById" order by l."madeAt", l.id`;

const HISTORY = {
  remarks: remarksOf,
  withdrawals: withdrawalsOf,
  judgements: judgementsOf,
  opinions: opinionsOf,
  requests: requestsOf,
  changes: changesOf,
  mentors: mentorsOf,
  localChanges: localChangesOf,
} as const;

/** What was decided about these enrolments, standing or not. One statement. */
export async function loadHistory(seen: Seen): Promise<LoadedHistory | undefined> {
  const parts = Object.entries(HISTORY).map(
    ([name, rows]) => Prisma.sql`${asList(rows(seen))} as ${Prisma.raw(`"${name}"`)}`,
  );
  const [row] = await db().$queryRaw<LoadedHistory[]>`
    select (select coalesce(json_agg(x order by x.signed ->> 'on', x.step, x.id), '[]') from (
              ${signOffs(seen)} union all ${recognitions(seen)}) x) as steps, ${Prisma.join(parts)}`;
  return row;
}
