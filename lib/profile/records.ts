import "server-only";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Work that came from elsewhere, and what several people did together. */
const heldOfWork = (id: string) => {
  const me = Prisma.sql`${id}::uuid`;
  const joined = Prisma.sql`(select "eventId" from "EventParticipation" where "personId" = ${me})`;
  const invited = Prisma.sql`(select "drillId" from "DrillInvitation" where "personId" = ${me})`;
  const records = Prisma.sql`(select id from "PracticeRecord" where "personId" = ${me})`;
  return [
    ["importedRecords", Prisma.sql`"ImportedRecord" x where x."recordId" in ${records}`],
    ["workItems", Prisma.sql`"WorkItem" x where x."personId" = ${me}`],
    ["workAnalysts", Prisma.sql`"WorkAnalyst" x where x."personId" = ${me}`],
    ["sharedEvents", Prisma.sql`"SharedEvent" x where x.id in ${joined} or x."loggedById" = ${me}`],
    ["eventParticipations", Prisma.sql`"EventParticipation" x where x."personId" = ${me}`],
    ["eventEvidence", Prisma.sql`"EventEvidence" x where x."eventId" in ${joined}`],
    ["eventNotes", Prisma.sql`"EventNote" x where x."eventId" in ${joined} or x."byId" = ${me}`],
    ["proposedRecords", Prisma.sql`"ProposedRecord" x where x."personId" = ${me}`],
    ["plannedDrills", Prisma.sql`"PlannedDrill" x where x.id in ${invited} or x."plannedById" = ${me}`],
    ["drillInvitations", Prisma.sql`"DrillInvitation" x where x."personId" = ${me}`],
  ] as const;
};

/** How STEPs were completed, and what was revoked of it. */
const heldOfSteps = (id: string) => {
  const mine = Prisma.sql`(select id from "Enrolment" where "personId" = ${id}::uuid)`;
  const asked = Prisma.sql`(select id from "SignOffRequest" where "enrolmentId" in ${mine})`;
  const signed = Prisma.sql`(select id from "StepSignOff" where "enrolmentId" in ${mine})`;
  const recognised = Prisma.sql`(select id from "Recognition" where "enrolmentId" in ${mine})`;
  return [
    ["signOffRequests", Prisma.sql`"SignOffRequest" x where x."enrolmentId" in ${mine}`],
    ["mentorSignatures", Prisma.sql`"MentorSignature" x where x."requestId" in ${asked}`],
    ["requestOutcomes", Prisma.sql`"RequestOutcome" x where x."requestId" in ${asked}`],
    ["signOffs", Prisma.sql`"StepSignOff" x where x."enrolmentId" in ${mine}`],
    ["frozenClaims", Prisma.sql`"FrozenClaim" x where x."signOffId" in ${signed}`],
    ["recognitions", Prisma.sql`"Recognition" x where x."enrolmentId" in ${mine}`],
    ["revocations", Prisma.sql`"Revocation" x where x."signOffId" in ${signed} or x."recognitionId" in ${recognised}`],
  ] as const;
};

/** Everything that is stored about a person, by kind. One list: the page counts by it and the download is written by it. */
const heldBy = (id: string) => {
  const me = Prisma.sql`${id}::uuid`;
  const mine = Prisma.sql`(select id from "Enrolment" where "personId" = ${me})`;
  const records = Prisma.sql`(select id from "PracticeRecord" where "personId" = ${me})`;
  // Both have judged: before that, neither is told.
  const given = Prisma.sql`(select id from "SecondOpinion" where "enrolmentId" in ${mine} and "givenAt" is not null)`;
  return [
    ["person", Prisma.sql`"Person" x where x.id = ${me}`],
    ["memberships", Prisma.sql`"Membership" x where x."personId" = ${me}`],
    ["capacityGrants", Prisma.sql`"CapacityGrant" x where x."personId" = ${me}`],
    ["mentorships", Prisma.sql`"Mentorship" x where x."personId" = ${me}`],
    ["appointments", Prisma.sql`"Appointment" x where x."personId" = ${me}`],
    ["enrolments", Prisma.sql`"Enrolment" x where x."personId" = ${me}`],
    ["stepsOpened", Prisma.sql`"StepOpened" x where x."enrolmentId" in ${mine}`],
    ["trackChanges", Prisma.sql`"TrackChange" x where x."enrolmentId" in ${mine}`],
    ["editionDecisions", Prisma.sql`"EditionDecision" x where x."enrolmentId" in ${mine}`],
    ["rebasings", Prisma.sql`"Rebasing" x where x."enrolmentId" in ${mine}`],
    ["records", Prisma.sql`"PracticeRecord" x where x."personId" = ${me}`],
    ["evidence", Prisma.sql`"Evidence" x where x."recordId" in ${records}`],
    ...heldOfWork(id),
    ["claims", Prisma.sql`"RecordClaim" x where x."enrolmentId" in ${mine}`],
    [
      "verifications",
      Prisma.sql`"Verification" x where x."claimId" in (select id from "RecordClaim" where "enrolmentId" in ${mine})`,
    ],
    ["remarks", Prisma.sql`"Remark" x where x."enrolmentId" in ${mine}`],
    ["attestations", Prisma.sql`"Attestation" x where x."enrolmentId" in ${mine}`],
    ["secondOpinions", Prisma.sql`"SecondOpinion" x where x."enrolmentId" in ${mine}`],
    ["opinionJudgements", Prisma.sql`"OpinionJudgement" x where x."opinionId" in ${given}`],
    ["mentorNotes", Prisma.sql`"MentorNote" x where x."personId" = ${me}`],
    ["holds", Prisma.sql`"Hold" x where x."enrolmentId" in ${mine} or x."holderId" = ${me}`],
    ["judgementRequests", Prisma.sql`"JudgementRequest" x where x."enrolmentId" in ${mine}`],
    ...heldOfSteps(id),
    [
      "revokedMentorships",
      Prisma.sql`"RevokedMentorship" x where x."mentorshipId" in (select id from "Mentorship" where "personId" = ${me})`,
    ],
    ["standings", Prisma.sql`"PersonStanding" x where x."personId" = ${me}`],
    ["tasksDone", Prisma.sql`"TaskDone" x where x."enrolmentId" in ${mine}`],
    ["drafts", Prisma.sql`"Draft" x where x."personId" = ${me}`],
    ["targetDates", Prisma.sql`"TargetDate" x where x."enrolmentId" in ${mine}`],
    ["transfers", Prisma.sql`"Transfer" x where x."enrolmentId" in ${mine}`],
    ["leaves", Prisma.sql`"Leave" x where x."personId" = ${me}`],
    ["deactivations", Prisma.sql`"Deactivation" x where x."personId" = ${me}`],
    ["purposeAcknowledgements", Prisma.sql`"PurposeAcknowledgement" x where x."personId" = ${me}`],
    ["sessions", Prisma.sql`"Session" x where x."personId" = ${me}`],
    ["links", Prisma.sql`"OneTimeLink" x where x."personId" = ${me}`],
    ["notices", Prisma.sql`"Notice" x where x."personId" = ${me}`],
    ["noticeChoices", Prisma.sql`"NoticeChoice" x where x."personId" = ${me}`],
    ["noticeHours", Prisma.sql`"NoticeHours" x where x."personId" = ${me}`],
    ["readingGrants", Prisma.sql`"ReadingGrant" x where ${me} in (x."personId", x."auditorId", x."grantedById")`],
    ["visits", Prisma.sql`"RecordVisit" x where x."subjectId" = ${me}`],
    ["events", Prisma.sql`audit.event x where x.actor = ${id} or x.subject = ${id}`],
  ] as const;
};

export type HeldKind = ReturnType<typeof heldBy>[number][0];
export type HeldCount = { readonly kind: HeldKind; readonly count: number };

/** How many of each kind, in one statement. */
export const loadHeldCounts = (personId: string): Promise<HeldCount[]> =>
  db().$queryRaw<HeldCount[]>(
    Prisma.join(
      heldBy(personId).map(
        ([kind, from]) => Prisma.sql`select ${kind}::text as kind, count(*)::int as count from ${from}`,
      ),
      " union all ",
    ),
  );

/** Keys and hashes say nothing about a person and everything to a thief. */
const SECRETS = ["tokenHash", "hash", "prev_hash"];

/** Every row as it is stored, kind by kind, in one statement. */
export async function loadHeld(personId: string): Promise<Record<HeldKind, readonly Record<string, unknown>[]>> {
  const kinds = heldBy(personId).map(
    ([kind, from]) =>
      Prisma.sql`select ${kind}::text as kind, coalesce(jsonb_agg(to_jsonb(x) - ${SECRETS}::text[]), '[]') as rows from ${from}`,
  );
  const [row] = await db().$queryRaw<{ held: Record<HeldKind, Record<string, unknown>[]> }[]>`
    select json_object_agg(kind, rows) as held from (${Prisma.join(kinds, " union all ")}) as kinds`;
  if (!row) throw new Error("a select without from has one row");
  return row.held;
}

export type Visit = {
  readonly viewerName: string;
  readonly viewerLatinName: string;
  readonly place: string;
  readonly visitedAt: Date;
  readonly total: number;
};

/** Who opened the person's records, latest first, with the number of all. */
export const loadVisits = (personId: string, { skip, take }: { skip: number; take: number }): Promise<Visit[]> =>
  db().$queryRaw<Visit[]>`
    select v.name as "viewerName", v."latinName" as "viewerLatinName", x.place, x."visitedAt", count(*) over ()::int as total
      from "RecordVisit" x join "Person" v on v.id = x."viewerId"
     where x."subjectId" = ${personId}::uuid
     order by x."visitedAt" desc, x.id limit ${take} offset ${skip}`;
