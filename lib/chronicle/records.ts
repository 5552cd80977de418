import "server-only";
import { contentOf, tellConfirmed } from "@/lib/domain/chronicle";
import type { ConfirmedFacts } from "@/lib/domain/facts";
import type { RecordDraft } from "@/lib/domain/record";
import type { Standings } from "@/lib/domain/told";
import type { Tx } from "@/lib/platform/db";
import { commitmentTo, digestOf } from "@/lib/platform/digest";
import { recognitionStands, signOffStands } from "@/lib/revocation/scope";
import { Prisma } from "@/prisma/generated/client";
import { type Line, loadImported, loadOccasions, loadRemarks, type Of } from "./facts";

/** How the tables say that it stands, in the words of the events. */
export async function loadHeld(tx: Tx, personIds: readonly string[]): Promise<Standings> {
  const of = Prisma.sql`= any(${[...personIds]}::uuid[])`;
  const held = [
    ...(await loadPlain(tx, of)),
    ...(await loadRecords(tx, of)),
    ...(await loadClaims(tx, of)),
    ...(await loadSignOffs(tx, of)),
    ...(await loadRemarks(tx, of)),
    ...(await loadOccasions(tx, of)),
    ...(await loadImported(tx, of)),
  ];
  return new Map(held);
}

const loadPlain = async (tx: Tx, of: Of): Promise<readonly Line[]> =>
  (
    await tx.$queryRaw<{ key: string; standing: string }[]>`
    select 'enrolment ' || e.id as key, coalesce('ended ' || to_char(e."endedOn", 'YYYY-MM-DD'), 'open') as standing
      from "Enrolment" e where e."personId" ${of}
    union all
    select 'task ' || d."enrolmentId" || ' ' || d."taskCode", to_char(d."doneOn", 'YYYY-MM-DD')
      from "TaskDone" d join "Enrolment" e on e.id = d."enrolmentId" where e."personId" ${of}
    union all
    select 'request ' || q.id, coalesce(o.kind::text, 'signed ' || g."mentorId", 'open')
      from "SignOffRequest" q join "Enrolment" e on e.id = q."enrolmentId"
      left join "RequestOutcome" o on o."requestId" = q.id left join "MentorSignature" g on g."requestId" = q.id
     where e."personId" ${of}
    union all
    select 'recognition ' || r.id, concat_ws(' ', r."enrolmentId", r.step, r."recognisedById",
           case when ${recognitionStands("r")} then 'stands' else 'revoked' end)
      from "Recognition" r join "Enrolment" e on e.id = r."enrolmentId" where e."personId" ${of}
    union all
    select * from (select distinct on (d."enrolmentId", d.step) concat_ws(' ', 'target', d."enrolmentId", d.step),
             coalesce(to_char(d."targetOn", 'YYYY-MM-DD'), '-') || ' ' || d."setById"
        from "TargetDate" d join "Enrolment" e on e.id = d."enrolmentId" where e."personId" ${of}
       order by d."enrolmentId", d.step, d.attempt desc) latest
    union all
    select * from (select distinct on (a."enrolmentId", a."criterionCode", a.checkpoint)
             concat_ws(' ', 'judgement', a."enrolmentId", a."criterionCode", a.checkpoint), concat_ws(' ', a.judgement, a."judgedById", coalesce(a.supervision::text, '-'))
        from "Attestation" a join "Enrolment" e on e.id = a."enrolmentId" where e."personId" ${of}
       order by a."enrolmentId", a."criterionCode", a.checkpoint, a.attempt desc) latest`
  ).map(({ key, standing }) => [key, standing]);

type RecordRow = { id: string; salt: string | null; standing: string; content: Omit<RecordDraft, "claims"> };

async function loadRecords(tx: Tx, of: Of): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<RecordRow[]>`
    select r.id, encode(r.salt, 'hex') as salt,
           case when r."withdrawnAt" is not null then 'withdrawn'
                when exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id) then 'corrected'
                else 'stands' end as standing,
           json_build_object('happenedOn', to_char(r."happenedOn", 'YYYY-MM-DD'), 'kind', r.kind, 'title', r.title,
             'did', r.did, 'learned', r.learned, 'supervision', r.supervision, 'mentorPresentId', r."mentorPresentId",
             'mentorPresentName', r."mentorPresentName", 'tlp', r.tlp, 'incidentRef', r."incidentRef",
             'periodCovered', to_char(r."periodCovered", 'YYYY-MM'), 'subCase', r."subCase", 'judged', r.judged,
             'right', r."right", 'technique', r.technique, 'readingItem', r."readingItem",
             'evidence', (select coalesce(json_agg(json_build_object('kind', v.kind, 'value', v.value) order by v.position), '[]')
                            from "Evidence" v where v."recordId" = r.id)) as content
      from "PracticeRecord" r where r."personId" ${of}`;
  return rows.map(({ id, salt, standing, content }) => {
    const commitment = salt === null ? "-" : commitmentTo(salt, contentOf({ ...content, claims: [] }));
    return [`record ${id}`, `${commitment} ${standing}`];
  });
}

type ClaimRow = { id: string; about: string; withdrawn: boolean; verifiedById: string | null } & ConfirmedFacts;

async function loadClaims(tx: Tx, of: Of): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<ClaimRow[]>`
    select c.id, c."enrolmentId" || ' ' || c."criterionCode" as about, c."withdrawnAt" is not null as withdrawn,
           v."verifiedById", v.supervision, v."mentorPresent", v.parts, v.judged, v."right"
      from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
      left join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
     where r."personId" ${of}`;
  return rows.map((row) => [`claim ${row.id}`, `${row.about} ${standingOf(row)}`]);
}

function standingOf(claim: ClaimRow): string {
  if (claim.withdrawn) return "withdrawn";
  return claim.verifiedById === null ? "waiting" : `verified ${claim.verifiedById} ${tellConfirmed(claim)}`;
}

type SignOffRow = { id: string; what: string; rested: unknown; revoked: boolean };

async function loadSignOffs(tx: Tx, of: Of): Promise<readonly Line[]> {
  const rows = await tx.$queryRaw<SignOffRow[]>`
    select s.id, concat_ws(' ', s."enrolmentId", s.step, s."mentorId", coalesce(s."countersignedById"::text, '-'),
             (select count(*) from "FrozenClaim" f where f."signOffId" = s.id)) as what,
           s."restedOn" as rested, not ${signOffStands("s")} as revoked
      from "StepSignOff" s join "Enrolment" e on e.id = s."enrolmentId" where e."personId" ${of}`;
  return rows.map(({ id, what, rested, revoked }) => [
    `signOff ${id}`,
    `${what} ${digestOf(rested)} ${revoked ? "revoked" : "stands"}`,
  ]);
}
