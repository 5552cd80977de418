import "server-only";
import { randomBytes } from "node:crypto";
import { type ClaimTold, contentOf } from "@/lib/domain/chronicle";
import type { OwnRecord } from "@/lib/domain/correction";
import type { TlpLabel } from "@/lib/domain/facts";
import type { EvidenceDraft, LogContext, RecordDraft } from "@/lib/domain/record";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import { toDbDay, toDbMonth } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { commitmentTo } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { signOffStands } from "@/lib/revocation/scope";
import { loadEnrolments, ofPerson } from "@/lib/training/facts";
import type { Ground } from "@/lib/training/queries";
import { Prisma } from "@/prisma/generated/client";
import { logContextOf } from "./log-context";
import type { DraftValues } from "./schema";

/** The person's row is locked before: claims rest on STEPs that are not signed off. */
export async function loadLogContext(tx: Tx, personId: string, ground: Ground, now: Date): Promise<LogContext> {
  return logContextOf(await loadEnrolments(tx, ofPerson(personId)), ground, now);
}

/** The same form sent before made this record. */
export const findLogged = (tx: Tx, personId: string, onceKey: string) =>
  tx.practiceRecord.findUnique({
    where: { personId_onceKey: { personId, onceKey } },
    select: { id: true, _count: { select: { claims: true } } },
  });

/** For each criterion the kind of the latest record that claimed it. */
export async function loadLastKinds(tx: Tx, personId: string): Promise<ReadonlyMap<string, RecordKind>> {
  const rows = await tx.$queryRaw<{ criterionCode: string; kind: RecordKind }[]>`
    select distinct on (c."criterionCode") c."criterionCode", r.kind
      from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
     where r."personId" = ${personId}::uuid and c."withdrawnAt" is null
     order by c."criterionCode", r."happenedOn" desc, r.id desc`;
  return new Map(rows.map(({ criterionCode, kind }) => [criterionCode, kind]));
}

type Writing = {
  readonly personId: string;
  readonly onceKey: string;
  readonly draft: RecordDraft;
  readonly correctsId: string | null;
  readonly now: Date;
};

/** `content` is the commitment to what the record says. */
export type RecordWritten = {
  readonly recordId: string;
  readonly content: string;
  readonly claims: readonly ClaimTold[];
};

/** The record with its evidence and claims. */
export async function insertRecord(tx: Tx, { draft, now, ...ids }: Writing): Promise<RecordWritten> {
  const { claims, evidence, happenedOn, periodCovered, did, learned, ...rest } = draft;
  const id = newId(now);
  const salt = randomBytes(16);
  await tx.practiceRecord.create({
    data: {
      ...rest,
      ...ids,
      id,
      salt,
      did: did ?? "",
      learned: learned ?? "",
      happenedOn: toDbDay(happenedOn),
      periodCovered: periodCovered === null ? null : toDbMonth(periodCovered),
      loggedAt: now,
    },
  });
  await tx.evidence.createMany({
    data: evidence.map((each, position) => ({ ...each, id: newId(now), recordId: id, position })),
  });
  const rows = claims.map(({ parts, ...claim }) => ({
    ...claim,
    id: newId(now),
    recordId: id,
    parts: [...parts],
    claimedAt: now,
  }));
  await tx.recordClaim.createMany({ data: rows });
  const content = commitmentTo(salt.toString("hex"), contentOf(draft));
  return { recordId: id, content, claims: rows.map(({ id: claimId, ...claim }) => ({ ...claim, claimId })) };
}

/** Ends claims; answers in which enrolments. */
export async function withdrawClaims(tx: Tx, claimIds: readonly string[], now: Date): Promise<readonly string[]> {
  const where = { id: { in: [...claimIds] } };
  await tx.recordClaim.updateMany({ where, data: { withdrawnAt: now } });
  const touched = await tx.recordClaim.findMany({ where, select: { enrolmentId: true }, distinct: ["enrolmentId"] });
  return touched.map(({ enrolmentId }) => enrolmentId);
}

/** `<enrolment id>:<criterion code>` of the claims of a record that stand. */
export const recordClaimsOf = (recordId: string) => Prisma.sql`(
  select coalesce(json_agg(c."enrolmentId" || ':' || c."criterionCode" order by c.id), '[]')
    from "RecordClaim" c where c."recordId" = ${Prisma.raw(recordId)} and c."withdrawnAt" is null)`;

/** A sign-off that stands rests on the claim `c`. */
const frozenClaim = Prisma.sql`exists (select 1 from "FrozenClaim" f where f."claimId" = c.id
  and exists (select 1 from "StepSignOff" s where s.id = f."signOffId" and ${signOffStands("s")}))`;

type OwnClaimRow = OwnRecord["claims"][number] & { parts: string[] };
type OwnRow = Omit<RecordDraft, "claims" | "evidence"> & {
  id: string;
  kind: RecordKind;
  supervision: Supervision | null;
  tlp: TlpLabel;
  withdrawn: boolean;
  corrected: boolean;
  evidence: EvidenceDraft[];
  claims: OwnClaimRow[];
};

/** A record of this person, as they may still change it. */
export async function loadOwnRecord(tx: Tx, recordId: string, personId: string): Promise<OwnRecord | null> {
  const [row] = await tx.$queryRaw<OwnRow[]>`
    select r.id, to_char(r."happenedOn", 'YYYY-MM-DD') as "happenedOn", r.kind, r.title, nullif(r.did, '') as did,
           nullif(r.learned, '') as learned, r.supervision, r."mentorPresentId", r."mentorPresentName", r.tlp, r."incidentRef",
           to_char(r."periodCovered", 'YYYY-MM') as "periodCovered", r."subCase", r.judged, r."right", r.technique, r."readingItem",
           r."withdrawnAt" is not null as withdrawn,
           exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id) as corrected,
           (select coalesce(json_agg(json_build_object('kind', e.kind, 'value', e.value) order by e.position), '[]')
              from "Evidence" e where e."recordId" = r.id) as evidence,
           (select coalesce(json_agg(json_build_object(
                'claimId', c.id, 'enrolmentId', c."enrolmentId", 'criterionCode', c."criterionCode", 'parts', c.parts,
                'withdrawn', c."withdrawnAt" is not null,
                'everVerified', exists (select 1 from "Verification" v where v."claimId" = c.id),
                'frozen', ${frozenClaim}) order by c.id), '[]')
              from "RecordClaim" c where c."recordId" = r.id) as claims
      from "PracticeRecord" r where r.id = ${recordId}::uuid and r."personId" = ${personId}::uuid`;
  return row ? ownRecord(row) : null;
}

function ownRecord({ id, withdrawn, corrected, claims, ...fields }: OwnRow): OwnRecord {
  const standing = claims.filter((claim) => !claim.withdrawn);
  const claimed = standing.map(({ enrolmentId, criterionCode, parts }) => ({ enrolmentId, criterionCode, parts }));
  return { recordId: id, withdrawn, corrected, draft: { ...fields, claims: claimed }, claims };
}

type Who = { readonly name: string; readonly latinName: string };

export type VerificationSeen = {
  readonly by: Who;
  readonly on: string;
  readonly byReviewer: boolean;
  readonly comment: string;
  readonly supervision: Supervision | null;
  readonly mentorPresent: boolean;
  readonly parts: readonly string[];
  readonly judged: number | null;
  readonly right: number | null;
};
export type ClaimSeen = OwnRecord["claims"][number] & {
  readonly parts: readonly string[];
  readonly claimedOn: string;
  readonly claimedAt: string;
  readonly verification: VerificationSeen | null;
  readonly remarks: readonly {
    readonly remarkId: string;
    readonly reason: string;
    readonly by: Who;
    readonly madeOn: string;
    readonly answer: string | null;
    readonly settled: boolean;
  }[];
};
/** What stands around an own record: when it was logged, what it corrects, what became of its claims. */
export type RecordHistory = {
  readonly loggedOn: string;
  readonly correctsId: string | null;
  readonly correctedById: string | null;
  readonly mentorPresent: Who | null;
  readonly claims: readonly ClaimSeen[];
};

const who = (person: string) =>
  Prisma.raw(`json_build_object('name', ${person}.name, 'latinName', ${person}."latinName")`);
/** The day in the calendar of the enrolment's team. */
const dayThere = (instant: string) => Prisma.raw(`to_char(${instant} at time zone t."timeZone", 'YYYY-MM-DD')`);

/** One statement; null where the person has no such record. Days of logging are those of the person's first team. */
export async function loadRecordHistory(tx: Tx, recordId: string, personId: string): Promise<RecordHistory | null> {
  const [row] = await tx.$queryRaw<RecordHistory[]>`
    select ${dayThere('r."loggedAt"')} as "loggedOn", r."correctsId",
           (select n.id from "PracticeRecord" n where n."correctsId" = r.id) as "correctedById",
           (select ${who("m")} from "Person" m where m.id = r."mentorPresentId") as "mentorPresent",
           (select coalesce(json_agg(json_build_object(
                'claimId', c.id, 'enrolmentId', c."enrolmentId", 'criterionCode', c."criterionCode", 'parts', c.parts,
                'claimedOn', ${dayThere('c."claimedAt"')},
                'claimedAt', to_char(c."claimedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'withdrawn', c."withdrawnAt" is not null, 'frozen', ${frozenClaim},
                'everVerified', exists (select 1 from "Verification" v where v."claimId" = c.id),
                'verification', (select json_build_object('by', ${who("m")}, 'on', ${dayThere('v."verifiedAt"')},
                     'byReviewer', v."byReviewer", 'comment', v.comment, 'supervision', v.supervision,
                     'mentorPresent', v."mentorPresent", 'parts', v.parts, 'judged', v.judged, 'right', v."right")
                   from "Verification" v join "Person" m on m.id = v."verifiedById"
                  where v."claimId" = c.id and v."withdrawnAt" is null),
                'remarks', (select coalesce(json_agg(json_build_object('remarkId', k.id, 'reason', k.reason, 'by', ${who("m")},
                     'madeOn', ${dayThere('k."madeAt"')}, 'answer', k.answer, 'settled', k."settledAt" is not null)
                     order by k."madeAt"), '[]') from "Remark" k join "Person" m on m.id = k."byId" where k."claimId" = c.id)
              ) order by c.id), '[]')
              from "RecordClaim" c join "Enrolment" e on e.id = c."enrolmentId" join "Team" t on t.id = e."teamId"
             where c."recordId" = r.id) as claims
      from "PracticeRecord" r
      left join lateral (select t."timeZone" from "Enrolment" e join "Team" t on t.id = e."teamId"
                          where e."personId" = r."personId" order by e.id limit 1) t on true
     where r.id = ${recordId}::uuid and r."personId" = ${personId}::uuid`;
  return row ?? null;
}

/** Drafts end after this many days. */
export const DRAFT_DAYS = 14;

/** One draft a form and person; those that ended go with it. */
export async function upsertDraft(tx: Tx, personId: string, formKey: string, values: DraftValues, now: Date) {
  const row = { values, savedAt: now };
  await tx.draft.upsert({
    where: { personId_formKey: { personId, formKey } },
    create: { personId, formKey, ...row },
    update: row,
  });
  const endedBefore = new Date(now.getTime() - DRAFT_DAYS * 86_400_000);
  await tx.draft.deleteMany({ where: { personId, savedAt: { lt: endedBefore } } });
}

export const eraseDraft = (tx: Tx, personId: string, formKey: string) =>
  tx.draft.deleteMany({ where: { personId, formKey } });
