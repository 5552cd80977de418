import "server-only";
import type { EnrolmentRef } from "@/lib/domain/access";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { AttestationFact, ClaimFact, Judgement } from "@/lib/domain/facts";
import type { LeaveSpan } from "@/lib/domain/leave";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import { isHere } from "@/lib/people/scope";
import type { Tx } from "@/lib/platform/db";
import { anyId, asList, person } from "@/lib/platform/sql";
import { recognitionStands, signOffStands } from "@/lib/revocation/scope";
import { Prisma } from "@/prisma/generated/client";
import { claimFact, type RawClaim } from "./claim-row";
import type { PolicySets } from "./policy-sets";

export type CompletionRow = {
  id: string;
  step: StepNumber;
  by: "signOff" | "recognition";
  on: string;
  personId: string;
  personName: string;
  personLatinName: string;
};

/** A sign-off or recognition that was revoked: when, by whom and why, for everybody who sees the STEP. */
export type RevocationRow = { id: string; step: StepNumber; on: string; reason: string; person: NamedPerson };

export type OpenRequestRow = {
  id: string;
  step: StepNumber;
  requestedAt: string;
  note: string;
  mentorId: string | null;
  mentorSignedAt: string | null;
};

export type NamedPerson = { id: string; name: string; latinName: string };

/** An opened STEP with the values it is measured by: those of its opening, unless a manager re-based it. */
export type OpenedRow = {
  step: StepNumber;
  openedOn: string;
  policyValues: PolicyValues;
  rebased: { on: string; reason: string; by: NamedPerson } | null;
};

/** One enrolment with what stands around it; the shape every reader and decider of training starts from. */
export type EnrolmentRow = {
  ref: EnrolmentRef;
  editionId: string;
  tracks: readonly Track[];
  enrolledOn: string;
  endedOn: string | null;
  trainee: NamedPerson;
  team: { nameJa: string; nameEn: string; timeZone: string; fiscalYearStartMonth: number };
  opened: readonly OpenedRow[];
  completions: readonly CompletionRow[];
  /** Revocations that stand, the latest first. */
  revocations: readonly RevocationRow[];
  openRequest: OpenRequestRow | null;
  mentors: readonly NamedPerson[];
  /** Every target date of every STEP, the latest first; null took one away. */
  targets: readonly TargetRow[];
};

export type TargetRow = {
  id: string;
  step: StepNumber;
  targetOn: string | null;
  setOn: string;
  by: NamedPerson;
  reason: string;
};

/** An opened STEP with its set of values, or only the digest of one that was known. */
type RawOpened = Omit<OpenedRow, "policyValues"> & { digest: string; sent: PolicyValues | null };

export type RawEnrolment = Omit<EnrolmentRow, "ref" | "openRequest" | "opened"> & {
  opened: RawOpened[];
  enrolmentId: string;
  traineeId: string;
  roleGroupCode: RoleGroupCode | null;
  teamId: string;
  ancestorIds: string[];
  openRequest: OpenRequestRow | null;
};

const completionsOf = Prisma.sql`(
  select coalesce(json_agg(x order by x.step), '[]') from (
    select s.id, s.step, 'signOff' as by, to_char(s."signedOn", 'YYYY-MM-DD') as on, m.id as "personId", m.name as "personName", m."latinName" as "personLatinName"
      from "StepSignOff" s join "Person" m on m.id = s."mentorId"
     where s."enrolmentId" = e.id and ${signOffStands("s")}
    union all
    select r.id, r.step, 'recognition', to_char(r."recognisedOn", 'YYYY-MM-DD'), m.id, m.name, m."latinName"
      from "Recognition" r join "Person" m on m.id = r."recognisedById"
     where r."enrolmentId" = e.id and ${recognitionStands("r")}
  ) x)`;

const revocationsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', v.id, 'step', x.step, 'reason', v.reason, 'person', ${person("m")},
           'on', to_char(v."revokedAt" at time zone t."timeZone", 'YYYY-MM-DD')) order by v."revokedAt" desc), '[]')
    from (select s.id, s.step from "StepSignOff" s where s."enrolmentId" = e.id
          union all select r.id, r.step from "Recognition" r where r."enrolmentId" = e.id) x
    join "Revocation" v on x.id in (v."signOffId", v."recognitionId") and v."reinstatedAt" is null
    join "Person" m on m.id = v."revokedById")`;

const openRequestOf = Prisma.sql`(
  select json_build_object('id', q.id, 'step', q.step, 'requestedAt', q."requestedAt", 'note', q.note,
                           'mentorId', g."mentorId", 'mentorSignedAt', g."signedAt")
    from "SignOffRequest" q left join "MentorSignature" g on g."requestId" = q.id
   where q."enrolmentId" = e.id and q."isOpen"
   order by q."requestedAt" limit 1)`;

/** Mentors of the role group there; for basic education any mentor of the team. Never the trainee. */
const mentorsOf = Prisma.sql`(
  select coalesce(json_agg(distinct jsonb_build_object('id', m.id, 'name', m.name, 'latinName', m."latinName")), '[]')
    from "Mentorship" ms join "Person" m on m.id = ms."personId"
   where ms."endedAt" is null and ${isHere} and m.id <> e."personId"
     and (e."roleGroupCode" is null or ms."roleGroupCode" = e."roleGroupCode")
     and (ms."teamId" is null or exists (
       select 1 from "TeamAncestor" ta where ta."teamId" = e."teamId" and ta."ancestorId" = ms."teamId")))`;

/**
 * The latest re-basing says by what an opened STEP is measured; the opening itself stays as it was. Sets of values that are `known`
 * are named by their digest only: they are nine thousand letters, and the same for nearly everybody.
 */
const openedOf = (known: readonly string[]) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('step', o.step, 'openedOn', to_char(o."openedOn", 'YYYY-MM-DD'),
           'digest', coalesce(b."afterDigest", o."policyDigest"), 'rebased', b.said,
           'sent', case when coalesce(b."afterDigest", o."policyDigest") <> all(${[...known]}::text[])
                        then coalesce(b."valuesAfter", o."policyValues") end) order by o.step), '[]')
    from "StepOpened" o
    left join lateral (
      select b."valuesAfter", b."afterDigest", json_build_object('on', to_char(b."rebasedOn", 'YYYY-MM-DD'), 'reason', b.reason,
             'by', ${person("rp")}) as said
        from "Rebasing" b join "Person" rp on rp.id = b."rebasedById"
       where b."enrolmentId" = o."enrolmentId" and b.step = o.step order by b."rebasedAt" desc, b.id desc limit 1) b on true
   where o."enrolmentId" = e.id)`;

const targetsOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', d.id, 'step', d.step, 'targetOn', to_char(d."targetOn", 'YYYY-MM-DD'), 'reason', d.reason,
           'setOn', to_char(d."setAt" at time zone t."timeZone", 'YYYY-MM-DD'), 'by', ${person("m")}) order by d.attempt desc), '[]')
    from "TargetDate" d join "Person" m on m.id = d."setById" where d."enrolmentId" = e.id)`;

export const enrolmentColumns = ({ known }: PolicySets) => Prisma.sql`
  e.id as "enrolmentId", e."personId" as "traineeId", e."roleGroupCode", e."teamId", e."editionId", e.tracks,
  to_char(e."enrolledOn", 'YYYY-MM-DD') as "enrolledOn", to_char(e."endedOn", 'YYYY-MM-DD') as "endedOn",
  ${person("p")} as trainee,
  json_build_object('nameJa', t."nameJa", 'nameEn', t."nameEn", 'timeZone', t."timeZone",
                    'fiscalYearStartMonth', t."fiscalYearStartMonth") as team,
  (select array_agg(ta."ancestorId"::text order by ta.depth) from "TeamAncestor" ta where ta."teamId" = e."teamId") as "ancestorIds",
  ${openedOf(known)} as opened,
  ${completionsOf} as completions, ${revocationsOf} as revocations, ${openRequestOf} as "openRequest", ${mentorsOf} as mentors,
  ${targetsOf} as targets`;

/** Under TLP:RED a title is for the trainee and the named mentor (`canReadRecordText`); without a reader it is as it stands. */
const titleFor = (readerId: string | null) =>
  readerId === null
    ? Prisma.sql`r.title`
    : Prisma.sql`case when r.tlp = 'RED' and ${readerId}::uuid not in (r."personId", coalesce(r."mentorPresentId", r."personId"))
                      then '' else r.title end`;

/** All claims of some enrolments, withdrawn ones left out. */
const claimsOf = (ids: Prisma.Sql, readerId: string | null) => Prisma.sql`
  select c.id as "claimId", c."recordId", c."enrolmentId", c."criterionCode", c.parts,
         exists (select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null and k."answeredAt" is null) as returned,
         ${titleFor(readerId)} as title, r.kind, r."happenedOn", r."periodCovered",
         r."incidentRef", r."subCase", r.technique, r."readingItem", r.judged, r."right", r.supervision,
         (r."mentorPresentId" is not null or r."mentorPresentName" is not null) as "mentorPresent",
         (select count(*)::int from "Evidence" ev where ev."recordId" = r.id) as "evidenceCount",
         case when v.id is null then null else json_build_object('supervision', v.supervision, 'mentorPresent', v."mentorPresent",
           'parts', v.parts, 'judged', v.judged, 'right', v."right") end as confirmed
    from "RecordClaim" c
    join "PracticeRecord" r on r.id = c."recordId"
    left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
   where c."enrolmentId" = ${ids} and c."withdrawnAt" is null and r."withdrawnAt" is null`;

export type RemarkRow = {
  remarkId: string;
  enrolmentId: string;
  criterionCode: string;
  claimId: string | null;
  requestId: string | null;
  recordId: string | null;
  recordTitle: string | null;
  recordHappenedOn: string | null;
  reason: string;
  madeOn: string;
  by: NamedPerson;
  answer: string | null;
};

export type JudgementRow = {
  id: string;
  enrolmentId: string;
  criterionCode: string;
  requestedAt: string;
  note: string;
};

/** What an enrolment is measured by and what surrounds it: claims, attestations, open remarks, topics done, judgements asked for. */
export type LoadedFacts = {
  claims: readonly { enrolmentId: string; claim: ClaimFact }[];
  attestations: readonly (AttestationFact & {
    enrolmentId: string;
    judgement: Judgement;
    comment: string;
    by: NamedPerson;
  })[];
  remarks: readonly RemarkRow[];
  tasksDone: readonly { enrolmentId: string; code: string; doneOn: string }[];
  judgementRequests: readonly JudgementRow[];
  leaves: readonly (LeaveSpan & { enrolmentId: string })[];
};

/** One statement, whatever the number of enrolments. */
export async function loadFacts(
  tx: Tx,
  enrolmentIds: readonly string[],
  readerId: string | null = null,
): Promise<LoadedFacts> {
  const ids = anyId(enrolmentIds);
  const [row] = await tx.$queryRaw<[Omit<LoadedFacts, "claims"> & { claims: RawClaim[] }]>`
    select
      ${asList(claimsOf(ids, readerId))} as claims,
      (select coalesce(json_agg(x), '[]') from (
        select distinct on (a."enrolmentId", a."criterionCode", a.checkpoint) a."enrolmentId", a."criterionCode", a.checkpoint,
               a.judgement, a.supervision, to_char(a."judgedOn", 'YYYY-MM-DD') as "judgedOn", a.comment, ${person("m")} as by
          from "Attestation" a join "Person" m on m.id = a."judgedById" where a."enrolmentId" = ${ids}
         order by a."enrolmentId", a."criterionCode", a.checkpoint, a.attempt desc) x) as attestations,
      (select coalesce(json_agg(x), '[]') from (
        select k.id as "remarkId", k."enrolmentId", k."criterionCode", k."claimId", k."requestId", c."recordId", ${titleFor(readerId)} as "recordTitle",
               to_char(r."happenedOn", 'YYYY-MM-DD') as "recordHappenedOn", k.reason, to_char(k."madeAt" at time zone t."timeZone", 'YYYY-MM-DD') as "madeOn",
               ${person("m")} as by, k.answer
          from "Remark" k join "Person" m on m.id = k."byId"
          join "Enrolment" e on e.id = k."enrolmentId" join "Team" t on t.id = e."teamId"
          left join "RecordClaim" c on c.id = k."claimId" left join "PracticeRecord" r on r.id = c."recordId"
         where k."enrolmentId" = ${ids} and k."settledAt" is null order by k."madeAt") x) as remarks,
      (select coalesce(json_agg(x), '[]') from (
        select d."enrolmentId", d."taskCode" as code, to_char(d."doneOn", 'YYYY-MM-DD') as "doneOn"
          from "TaskDone" d where d."enrolmentId" = ${ids}) x) as "tasksDone",
      (select coalesce(json_agg(x), '[]') from (
        select j.id, j."enrolmentId", j."criterionCode", j."requestedAt", j.note
          from "JudgementRequest" j where j."enrolmentId" = ${ids} and j."closedAt" is null) x) as "judgementRequests",
      (select coalesce(json_agg(x), '[]') from (
        select e.id as "enrolmentId", to_char(l."fromOn", 'YYYY-MM-DD') as "fromOn", to_char(l."toOn", 'YYYY-MM-DD') as "toOn"
          from "Enrolment" e join "Leave" l on l."personId" = e."personId" and l."withdrawnAt" is null
         where e.id = ${ids} order by l."fromOn") x) as leaves`;
  return { ...row, claims: row.claims.map((raw) => ({ enrolmentId: raw.enrolmentId, claim: claimFact(raw) })) };
}

/** A request for a sign-off with what became of it; days are those of the enrolment's team. */
export type RequestRow = {
  requestId: string;
  enrolmentId: string;
  roleGroupCode: RoleGroupCode | null;
  step: StepNumber;
  askedOn: string;
  note: string;
  /** The mentor's signature, where a countersignature is asked for as well. */
  signature: { by: NamedPerson; on: string } | null;
  /** `by` null: taken back by itself, as the trainee's last day had passed. */
  outcome: { kind: "signedOff" | "sentBack" | "withdrawn"; by: NamedPerson | null; on: string; comment: string } | null;
  signOff: { mentor: NamedPerson; countersigner: NamedPerson | null; revoked: boolean } | null;
  remarks: readonly { remarkId: string; criterionCode: string; reason: string; settled: boolean }[];
};

const dayThere = (instant: string) => Prisma.raw(`to_char(${instant} at time zone t."timeZone", 'YYYY-MM-DD')`);

/** The latest requests of a person, of ended enrolments too. One statement. */
export const loadRequests = (tx: Tx, personId: string, limit: number) => tx.$queryRaw<RequestRow[]>`
  select q.id as "requestId", q."enrolmentId", e."roleGroupCode", q.step, ${dayThere('q."requestedAt"')} as "askedOn", q.note,
         (select json_build_object('by', ${person("m")}, 'on', ${dayThere('g."signedAt"')})
            from "MentorSignature" g join "Person" m on m.id = g."mentorId" where g."requestId" = q.id) as signature,
         (select json_build_object('kind', o.kind, 'by', case when m.id is null then null else ${person("m")} end,
                                   'on', ${dayThere('o."decidedAt"')}, 'comment', o.comment)
            from "RequestOutcome" o left join "Person" m on m.id = o."decidedById" where o."requestId" = q.id) as outcome,
         (select json_build_object('mentor', ${person("m")}, 'countersigner', case when n.id is null then null else ${person("n")} end,
                                   'revoked', not ${signOffStands("s")})
            from "StepSignOff" s join "Person" m on m.id = s."mentorId" left join "Person" n on n.id = s."countersignedById"
           where s."requestId" = q.id) as "signOff",
         (select coalesce(json_agg(json_build_object('remarkId', k.id, 'criterionCode', k."criterionCode", 'reason', k.reason,
                                                     'settled', k."settledAt" is not null) order by k."madeAt", k.id), '[]')
            from "Remark" k where k."requestId" = q.id) as remarks
    from "SignOffRequest" q join "Enrolment" e on e.id = q."enrolmentId" join "Team" t on t.id = e."teamId"
   where e."personId" = ${personId}::uuid
   order by q."requestedAt" desc, q.id desc limit ${limit}`;
