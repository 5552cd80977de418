import "server-only";
import { db } from "@/lib/platform/db";
import { person } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import type { SignedStep } from "./schema";

/** Unscoped: the caller authorises on `enrolment` before revealing anything. */
export type LoadedSignOff = Omit<SignedStep, "mayRevoke">;

const dayOf = (instant: string) => Prisma.raw(`to_char(${instant} at time zone t."timeZone", 'YYYY-MM-DD')`);
const act = (alias: string, instant: string) => Prisma.sql`'by', ${person(alias)}, 'on', ${dayOf(instant)}`;

/** Under TLP:RED a title is for the trainee and the named mentor. */
const titleFor = (readerId: string) => Prisma.sql`
  case when r.tlp = 'RED' and ${readerId}::uuid not in (r."personId", coalesce(r."mentorPresentId", r."personId")) then '' else r.title end`;

const claimsFor = (readerId: string) => Prisma.sql`(
  select coalesce(json_agg(json_build_object(
      'claimId', c.id, 'recordId', r.id, 'criterionCode', c."criterionCode", 'title', ${titleFor(readerId)}, 'tlp', r.tlp,
      'kind', r.kind, 'happenedOn', to_char(r."happenedOn", 'YYYY-MM-DD'), 'periodCovered', to_char(r."periodCovered", 'YYYY-MM'),
      'incidentRef', r."incidentRef", 'subCase', r."subCase", 'technique', r.technique, 'readingItem', r."readingItem",
      'evidence', (select coalesce(json_agg(v.value order by v.position), '[]') from "Evidence" v where v."recordId" = r.id),
      'confirmed', json_build_object('supervision', f.supervision, 'mentorPresent', f."mentorPresent", 'parts', f.parts,
                                     'judged', f.judged, 'right', f."right"),
      'verified', json_build_object(${act("fp", 'f."verifiedAt"')}, 'byReviewer', f."byReviewer", 'comment', f.comment),
      'isCorrectedSince', exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id)
    ) order by r."happenedOn", r.id), '[]')
    from "FrozenClaim" z join "RecordClaim" c on c.id = z."claimId" join "PracticeRecord" r on r.id = c."recordId"
    join "Verification" f on f.id = z."verificationId" join "Person" fp on fp.id = f."verifiedById"
   where z."signOffId" = s.id)`;

/** Judgements are only ever added: those that it rested on are the latest of that day. */
const judgements = Prisma.sql`(
  select coalesce(json_agg(json_build_object('criterionCode', x."criterionCode", 'checkpoint', x.checkpoint,
           'judgement', x.judgement, 'supervision', x.supervision, 'comment', x.comment, 'by', ${person("jp")}, 'on', to_char(x."judgedOn", 'YYYY-MM-DD'))), '[]')
    from (select distinct on (a."criterionCode", a.checkpoint) a.* from "Attestation" a
           where a."enrolmentId" = s."enrolmentId" and a."judgedAt" <= s."signedAt"
           order by a."criterionCode", a.checkpoint, a.attempt desc) x
    join "Person" jp on jp.id = x."judgedById")`;

const revocations = Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', v.id, ${act("vp", 'v."revokedAt"')}, 'reason', v.reason,
           'reinstated', case when rp.id is not null then
              json_build_object(${act("rp", 'v."reinstatedAt"')}, 'reason', v."reinstateReason") end) order by v."revokedAt"), '[]')
    from "Revocation" v join "Person" vp on vp.id = v."revokedById" left join "Person" rp on rp.id = v."reinstatedById"
   where v."signOffId" = s.id)`;

/** One statement. */
export async function loadSignOff(signOffId: string, readerId: string): Promise<LoadedSignOff | null> {
  const [row] = await db().$queryRaw<LoadedSignOff[]>`
    select s.id as "signOffId", s.step::int as step, ${person("p")} as trainee,
           json_build_object('enrolmentId', e.id, 'traineeId', e."personId", 'roleGroupCode', e."roleGroupCode",
             'team', json_build_object('teamId', e."teamId", 'ancestorIds',
               (select json_agg(a."ancestorId") from "TeamAncestor" a where a."teamId" = e."teamId"))) as enrolment,
           json_build_object('nameJa', t."nameJa", 'nameEn', t."nameEn") as team, ${dayOf("now()")} as today,
           json_build_object(${act("qp", 'q."requestedAt"')}, 'note', q.note) as asked,
           json_build_object(${act("m", 'coalesce(g."signedAt", s."signedAt")')}, 'byReviewer', s."byReviewer",
             'comment', coalesce(g.comment, o.comment, '')) as mentor,
           case when n.id is not null then json_build_object(${act("n", 's."countersignedAt"')}, 'comment', o.comment) end as countersigned,
           s."restedOn" as rested, ${claimsFor(readerId)} as claims, ${judgements} as judgements, ${revocations} as revocations
      from "StepSignOff" s join "Enrolment" e on e.id = s."enrolmentId" join "Team" t on t.id = e."teamId"
      join "Person" p on p.id = s."traineeId" join "Person" m on m.id = s."mentorId"
      left join "Person" n on n.id = s."countersignedById"
      join "SignOffRequest" q on q.id = s."requestId" join "Person" qp on qp.id = q."requestedById"
      left join "MentorSignature" g on g."requestId" = q.id left join "RequestOutcome" o on o."requestId" = q.id
     where s.id = ${signOffId}::uuid`;
  return row ?? null;
}
