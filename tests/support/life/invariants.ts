import { compareWithEvents } from "@/lib/chronicle/queries";
import { db } from "@/lib/platform/db";
import { refreshStanding } from "@/lib/training/facts";

/** What must hold of training whatever was done. Each answers what breaks it; nothing where it holds. */

type Found = { what: string; id: string };

/** After every act: one statement over all tables of training. */
export const brokenNow = () => db().$queryRaw<Found[]>`
  select 'somebody signed for themselves' as what, s.id from "StepSignOff" s
   where s."mentorId" = s."traineeId" or s."countersignedById" in (s."traineeId", s."mentorId")
  union all
  select 'a STEP3 without a second signature', s.id from "StepSignOff" s where s.step = 3 and s."countersignedById" is null
  union all
  select 'somebody recognised themselves', r.id from "Recognition" r where r."recognisedById" = r."traineeId"
  union all
  select 'somebody confirmed their own work', v.id from "Verification" v join "RecordClaim" c on c.id = v."claimId"
    join "PracticeRecord" r on r.id = c."recordId" where v."verifiedById" = r."personId"
  union all
  select 'somebody judged themselves', a.id from "Attestation" a join "Enrolment" e on e.id = a."enrolmentId"
   where a."judgedById" = e."personId"
  union all
  select 'a sign-off without its decision, or a decision without its sign-off', q.id from "SignOffRequest" q
    left join "RequestOutcome" o on o."requestId" = q.id left join "StepSignOff" s on s."requestId" = q.id
   where (s.id is not null) <> (o.kind is not null and o.kind = 'signedOff')
  union all
  select 'two open requests for one STEP', min(q.id::text)::uuid from "SignOffRequest" q
   where not exists (select 1 from "RequestOutcome" o where o."requestId" = q.id)
   group by q."enrolmentId", q.step having count(*) > 1
  union all
  select 'a STEP completed twice', min(x.id::text)::uuid from (
    select s."enrolmentId", s.step, s.id from "StepSignOff" s
     where not exists (select 1 from "Revocation" v where v."signOffId" = s.id and v."reinstatedAt" is null)
    union all
    select r."enrolmentId", r.step, r.id from "Recognition" r
     where not exists (select 1 from "Revocation" v where v."recognitionId" = r.id and v."reinstatedAt" is null)) x
   group by x."enrolmentId", x.step having count(*) > 1
  union all
  select 'what a sign-off rests on was taken back', f."claimId" from "FrozenClaim" f
    join "Verification" v on v.id = f."verificationId" join "RecordClaim" c on c.id = f."claimId"
    join "PracticeRecord" r on r.id = c."recordId"
   where (v."withdrawnAt" is not null or c."withdrawnAt" is not null or r."withdrawnAt" is not null)
     and not exists (select 1 from "Revocation" n where n."signOffId" = f."signOffId" and n."reinstatedAt" is null)
  union all
  select 'somebody holds what is their own', h.id from "Hold" h join "Enrolment" e on e.id = h."enrolmentId"
   where h."holderId" = e."personId"
  union all
  select 'held twice', min(h.id::text)::uuid from "Hold" h where h."endedAt" is null
   group by h."enrolmentId", h."recordId", h."judgementRequestId", h."signOffRequestId" having count(*) > 1
  union all
  select 'revoked twice', min(v.id::text)::uuid from "Revocation" v where v."reinstatedAt" is null
   group by v."signOffId", v."recognitionId" having count(*) > 1
  union all
  select 'what waits is kept wrongly', c.id from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
   where c."isUnverified" <> (c."withdrawnAt" is null and r."withdrawnAt" is null and not exists (
         select 1 from "Verification" v where v."claimId" = c.id and v."withdrawnAt" is null))`;

/** STEPs that count, by enrolment, as the rows say. */
export const completed = () => db().$queryRaw<{ enrolmentId: string; step: number }[]>`
  select s."enrolmentId", s.step from "StepSignOff" s where not exists (select 1 from "Revocation" v where v."signOffId" = s.id and v."reinstatedAt" is null)
  union all
  select r."enrolmentId", r.step from "Recognition" r where not exists (select 1 from "Revocation" v where v."recognitionId" = r.id and v."reinstatedAt" is null)`;

/** At the end of a walk: the projection is what a rebuild makes, the chain holds, and it tells the same as the tables. */
export async function brokenAtTheEnd() {
  const before = await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });
  const enrolments = await db().enrolment.findMany({ select: { id: true } });
  await db().$transaction(async (tx) => {
    for (const { id } of enrolments) await refreshStanding(tx, id);
  });
  const rebuilt = await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });
  const problems = await db().$queryRaw<
    { seq: number; problem: string }[]
  >`select seq::int, problem from audit.verify()`;
  const { found } = await compareWithEvents();
  return { standings: { before, rebuilt }, problems, found };
}
