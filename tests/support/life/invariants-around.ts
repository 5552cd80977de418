import { db } from "@/lib/platform/db";

/** What the commands around training promise, whatever was done. Each answers what breaks it; nothing where it holds. */

type Found = { what: string; id: string };

/** After every act: one statement. */
export const brokenAround = () => db().$queryRaw<Found[]>`
  select 'on leave twice at once' as what, a.id from "Leave" a join "Leave" b on b."personId" = a."personId" and b.id <> a.id
   where a."withdrawnAt" is null and b."withdrawnAt" is null
     and daterange(a."fromOn", a."toOn", '[]') && daterange(b."fromOn", b."toOn", '[]')
  union all
  select 'in another team than the last transfer says', e.id from "Enrolment" e
    join lateral (select t."toTeamId" from "Transfer" t where t."enrolmentId" = e.id order by t."movedAt" desc, t.id desc limit 1) t on true
   where t."toTeamId" <> e."teamId"
  union all
  select 'counted in another team', e.id from "Enrolment" e join "PersonStanding" s on s."enrolmentId" = e.id
   where s."teamId" <> e."teamId" or s."personId" <> e."personId"
  union all
  select 'a transfer that begins where the one before did not end', t.id from "Transfer" t
    join lateral (select p."toTeamId" from "Transfer" p where p."enrolmentId" = t."enrolmentId" and p."movedAt" < t."movedAt"
                   order by p."movedAt" desc, p.id desc limit 1) p on true where p."toTeamId" <> t."fromTeamId"
  union all
  select 'other tracks than the last change says', e.id from "Enrolment" e
    join lateral (select c.after from "TrackChange" c where c."enrolmentId" = e.id order by c."changedAt" desc, c.id desc limit 1) c on true
   where c.after <> e.tracks::text[]
  union all
  select 'on another edition than was decided', e.id from "Enrolment" e
    join lateral (select d."toId" from "EditionDecision" d where d."enrolmentId" = e.id and d.outcome = 'moved'
                   order by d."decidedAt" desc, d.id desc limit 1) d on true where d."toId" <> e."editionId"
  union all
  select 're-based after it was signed off', b.id from "Rebasing" b join "StepSignOff" s on s."enrolmentId" = b."enrolmentId" and s.step = b.step
   where b."rebasedAt" > s."signedAt" and not exists (select 1 from "Revocation" v where v."signOffId" = s.id and v."revokedAt" <= b."rebasedAt")
  union all
  select 'an opinion of the trainee, or of oneself', o.id from "SecondOpinion" o join "Enrolment" e on e.id = o."enrolmentId"
   where e."personId" in (o."askedById", o."askedOfId") or o."askedById" = o."askedOfId"
  union all
  select 'an opinion that was given and declined, or given without a word', o.id from "SecondOpinion" o
   where (o."givenAt" is not null and o."declinedAt" is not null)
      or (o."givenAt" is not null) <> exists (select 1 from "OpinionJudgement" j where j."opinionId" = o.id)
  union all
  select 'exempted twice', min(c.id::text)::uuid from "LocalChange" c where c."withdrawnAt" is null
   group by c."teamId", c."itemCode" having count(*) > 1
  union all
  select 'a record of an event that does not stand', p.id from "ProposedRecord" p join "EventParticipation" t on t.id = p."participationId"
    join "SharedEvent" v on v.id = t."eventId" where p."recordId" is not null and v."endedAt" is not null
  union all
  select 'a proposal confirmed and declined, or by somebody else', p.id from "ProposedRecord" p
    left join "PracticeRecord" r on r.id = p."recordId"
   where (p."recordId" is not null and (p."declineReason" is not null or r."personId" <> p."personId" or r."onceKey" <> p.id))
      or (p."answeredAt" is not null) <> (p."recordId" is not null or p."declineReason" is not null)
  union all
  select 'imported numbers that its lines do not say', r.id from "ImportedRecord" i join "PracticeRecord" r on r.id = i."recordId"
    join lateral (select count(*)::int as judged, (count(*) filter (where w.verdict = w."finalVerdict"))::int as "right",
                         bool_or(w."supersededAt" is not null) as superseded
                    from "WorkItem" w where w."recordId" = r.id) w on true
   where r.judged <> w.judged or r."right" <> w."right"
      or (w.superseded and r."withdrawnAt" is null and not exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id))
  union all
  select 'an import that corrects what was signed', n.id from "ImportedRecord" i join "PracticeRecord" n on n.id = i."recordId"
    join "RecordClaim" c on c."recordId" = n."correctsId" join "FrozenClaim" f on f."claimId" = c.id
    join "StepSignOff" s on s.id = f."signOffId"
   where s."signedAt" < n."loggedAt" and not exists (
     select 1 from "Revocation" v where v."signOffId" = s.id and v."revokedAt" <= n."loggedAt")
  union all
  select 'a line that stands twice', min(w.id::text)::uuid from "WorkItem" w where w."supersededAt" is null
   group by w."sourceId", w."externalId" having count(*) > 1
  union all
  select 'somebody who is gone holds something or waits', p.id from "Person" p where p."deactivatedAt" is not null and (
       exists (select 1 from "Mentorship" m where m."personId" = p.id and m."endedAt" is null)
    or exists (select 1 from "CapacityGrant" g where g."personId" = p.id and g."endedAt" is null)
    or exists (select 1 from "Appointment" a where a."personId" = p.id and a."endedAt" is null)
    or exists (select 1 from "Hold" h where h."holderId" = p.id and h."endedAt" is null)
    or exists (select 1 from "SignOffRequest" q join "Enrolment" e on e.id = q."enrolmentId" where e."personId" = p.id
                and not exists (select 1 from "RequestOutcome" o where o."requestId" = q.id)))
  union all
  select 'gone without a word, or there with one', p.id from "Person" p where (p."deactivatedAt" is not null) <> exists (
    select 1 from "Deactivation" d where d."personId" = p.id and d."reactivatedAt" is null)`;

/** What every sign-off rests on, in one word each: it never changes. */
export async function restedOn(): Promise<ReadonlyMap<string, string>> {
  const rows = await db().$queryRaw<{ id: string; said: string }[]>`
    select s.id, md5(s."restedOn"::text || s.step || s."mentorId" || coalesce(s."countersignedById"::text, '') || s."signedOn"
           || coalesce((select string_agg(f."claimId" || ' ' || f."verificationId", ',' order by f."claimId")
                          from "FrozenClaim" f where f."signOffId" = s.id), '')) as said
      from "StepSignOff" s`;
  return new Map(rows.map(({ id, said }) => [id, said]));
}
