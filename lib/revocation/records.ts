import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import type { Completed, ReinstatementFacts, RevocationFacts } from "@/lib/domain/revocation";
import type { EarlierDecision } from "@/lib/domain/verification";
import type { Tx } from "@/lib/platform/db";
import { person } from "@/lib/platform/sql";
import { type EnrolmentRow, hasBasicEducation, loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import type { CompletionSeen, MentorshipSeen } from "./schema";

type Named = { id: string; name: string; latinName: string };

/** A sign-off or a recognition with what was last done about it. */
export type CompletionRow = Completed & {
  enrolmentId: string;
  personId: string;
  on: PlainDay;
  person: Named;
  frozen: number;
  revocationId: string | null;
  reason: string | null;
  revokedBy: EarlierDecision | null;
  reinstatedBy: EarlierDecision | null;
};

/** Whose it is: the row that a command locks. */
export const ofCompletion = (id: string) => Prisma.sql`x.id = ${id}::uuid`;
export const ofRevocation = (id: string) => Prisma.sql`v.id = ${id}::uuid`;

/** Who, and when on the clock of the enrolment's team. */
const decision = (alias: string, instant: string) =>
  Prisma.raw(`case when ${alias}.id is not null then json_build_object('byId', ${alias}.id, 'by', ${alias}.name,
    'byLatin', ${alias}."latinName", 'on', to_char(${instant} at time zone t."timeZone", 'YYYY-MM-DD'),
    'time', to_char(${instant} at time zone t."timeZone", 'HH24:MI')) end`);

/** One statement; of a completion its latest revocation comes along. Null where there is none. */
export async function loadCompletion(tx: Tx, where: Prisma.Sql): Promise<CompletionRow | null> {
  const [row] = await tx.$queryRaw<CompletionRow[]>`
    select x.id as "completionId", x.by, x.step::int as step, x."enrolmentId", e."personId", to_char(x.on, 'YYYY-MM-DD') as on,
           ${person("m")} as person, v.id as "revocationId", v.reason, ${decision("vb", 'v."revokedAt"')} as "revokedBy",
           ${decision("rb", 'v."reinstatedAt"')} as "reinstatedBy",
           (select count(*)::int from "FrozenClaim" f where f."signOffId" = x.id) as frozen
      from (select id, 'signOff' as by, step, "enrolmentId", "signedOn" as on, "mentorId" as "personId" from "StepSignOff"
            union all select id, 'recognition', step, "enrolmentId", "recognisedOn", "recognisedById" from "Recognition") x
      join "Enrolment" e on e.id = x."enrolmentId" join "Team" t on t.id = e."teamId" join "Person" m on m.id = x."personId"
      left join "Revocation" v on x.id in (v."signOffId", v."recognitionId")
      left join "Person" vb on vb.id = v."revokedById" left join "Person" rb on rb.id = v."reinstatedById"
     where ${where} order by v."revokedAt" desc nulls last limit 1`;
  return row ?? null;
}

type Around = { readonly enrolment: EnrolmentRow; readonly all: readonly EnrolmentRow[] };

/** The completion's enrolment, ended or not, and the running ones of the same person. */
export async function loadAround(tx: Tx, { personId, enrolmentId }: CompletionRow): Promise<Around> {
  const where = Prisma.sql`e."personId" = ${personId}::uuid and (e."endedOn" is null or e.id = ${enrolmentId}::uuid)`;
  const all = await loadEnrolments(tx, where);
  const enrolment = all.find(({ ref }) => ref.enrolmentId === enrolmentId);
  if (!enrolment) throw new Error("a completion belongs to an enrolment");
  return { enrolment, all };
}

type Resting = { mentorships: MentorshipSeen[]; held: number; given: number; independentThere: number };

/** What rests on being independent in the role group, and how many are there. One statement. */
async function loadResting(tx: Tx, { ref }: EnrolmentRow): Promise<Resting> {
  const { traineeId: personId, roleGroupCode: group, team } = ref;
  const [row] = await tx.$queryRaw<[Resting]>`
    select ${mentorshipsOf(Prisma.sql`x."personId" = ${personId}::uuid and x.basis = 'proficiency' and x."endedAt" is null`)} as mentorships,
      (select count(*)::int from "Hold" h join "Enrolment" e on e.id = h."enrolmentId"
        where h."holderId" = ${personId}::uuid and h."endedAt" is null and h.until > now()
          and e."roleGroupCode" is not distinct from ${group}) as held,
      (select count(*)::int from "StepSignOff" s where ${personId}::uuid in (s."mentorId", s."countersignedById"))
        + (select count(*)::int from "Recognition" r where r."recognisedById" = ${personId}::uuid) as given,
      (select count(*)::int from "PersonStanding" s
        where s."roleGroupCode" = ${group} and s."completedStep" = 3
          and s."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = ${team.teamId}::uuid)) as "independentThere"`;
  return row;
}

const mentorshipsOf = (where: Prisma.Sql) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('mentorshipId', x.id, 'roleGroupCode', x."roleGroupCode", 'team',
           case when t.id is not null then json_build_object('nameJa', t."nameJa", 'nameEn', t."nameEn") end) order by x.id), '[]')
    from "Mentorship" x left join "Team" t on t.id = x."teamId" where ${where})`;

const stepsOf = ({ completions }: EnrolmentRow) => completions.map(({ step }) => step);

/** Everything that a revocation is decided on; the caller has locked the trainee, or only looks. Two statements. */
export async function loadRevocable(tx: Tx, row: CompletionRow) {
  const { enrolment, all } = await loadAround(tx, row);
  const { mentorships, ...resting } = await loadResting(tx, enrolment);
  const facts: RevocationFacts = {
    enrolment: enrolment.ref,
    completion: row,
    revoked: row.reinstatedBy === null ? row.revokedBy : null,
    completedSteps: stepsOf(enrolment),
    basicCompleted: hasBasicEducation(all),
    requests: all.flatMap((each) => {
      const { openRequest: request, ref } = each;
      if (!request) return [];
      const { enrolmentId, roleGroupCode } = ref;
      return [{ requestId: request.id, enrolmentId, roleGroupCode, step: request.step, completedSteps: stepsOf(each) }];
    }),
    mentorships,
    frozen: row.frozen,
    ...resting,
  };
  return { facts, mentorships, completion: seenOf(row, enrolment) };
}

/** Mentorships that ended with it, and whose like nobody appointed since. Two statements. */
export async function loadRevoked(tx: Tx, row: CompletionRow) {
  const { enrolment } = await loadAround(tx, row);
  const [ended] = await tx.$queryRaw<[{ mentorships: MentorshipSeen[] }]>`
    select ${mentorshipsOf(Prisma.sql`x.id in (select r."mentorshipId" from "RevokedMentorship" r where r."revocationId" = ${row.revocationId}::uuid)
      and not exists (select 1 from "Mentorship" n where n."personId" = x."personId" and n."roleGroupCode" = x."roleGroupCode"
                        and n."teamId" is not distinct from x."teamId" and n."endedAt" is null)`)} as mentorships`;
  const { mentorships } = ended;
  const facts: ReinstatementFacts = {
    enrolment: enrolment.ref,
    completion: row,
    reinstated: row.reinstatedBy,
    completedSteps: stepsOf(enrolment),
    requestWaits: enrolment.openRequest?.step === row.step,
    endedMentorships: mentorships.map(({ mentorshipId }) => mentorshipId),
  };
  return { facts, mentorships, completion: seenOf(row, enrolment) };
}

function seenOf({ completionId, by, step, on, person }: CompletionRow, enrolment: EnrolmentRow): CompletionSeen {
  const { ref, trainee, team } = enrolment;
  return { completionId, by, step, on, person, enrolment: ref, trainee, team };
}
