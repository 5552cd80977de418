import "server-only";
import { type ClaimTold, contentOf } from "@/lib/domain/chronicle";
import type { OwnRecord } from "@/lib/domain/correction";
import type { TlpLabel } from "@/lib/domain/facts";
import type { EvidenceDraft, LogContext, RecordDraft } from "@/lib/domain/record";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import { inChunks } from "@/lib/platform/chunks";
import { toDbDay, toDbMonth } from "@/lib/platform/days";
import type { Tx } from "@/lib/platform/db";
import { commit } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { signOffStands } from "@/lib/revocation/scope";
import type { EnrolmentRow } from "@/lib/training/facts";
import type { Ground } from "@/lib/training/queries";
import { Prisma } from "@/prisma/generated/client";
import { logContextOf } from "./log-context";

/** Records as other capabilities write and load them: unscoped, in the caller's transaction, with the people locked before. */

/** What each of these people may log now. */
export const logContextsOf = (enrolments: readonly EnrolmentRow[], ground: Ground, now: Date) =>
  new Map<string, LogContext>(
    [...Map.groupBy(enrolments, ({ ref }) => ref.traineeId)].map(([personId, own]) => [
      personId,
      logContextOf(own, ground, now),
    ]),
  );

type Writing = {
  readonly personId: string;
  readonly onceKey: string;
  readonly draft: RecordDraft;
  readonly correctsId: string | null;
  readonly now: Date;
};

/** `content` is the commitment to what the record says, `salt` (hexadecimal) what further ones about it are made with. */
export type RecordWritten = {
  readonly recordId: string;
  readonly content: string;
  readonly salt: string;
  readonly claims: readonly ClaimTold[];
};

/** The record with its evidence and claims. */
export async function insertRecord(tx: Tx, writing: Writing): Promise<RecordWritten> {
  const row = rowOf(writing);
  await insertRows(tx, [row]);
  return row.written;
}

/** Many records with their evidence and claims, in as many statements as one; answers in their order. */
export async function insertRecords(tx: Tx, writings: readonly Writing[]): Promise<readonly RecordWritten[]> {
  const rows = writings.map(rowOf);
  await insertRows(tx, rows);
  return rows.map(({ written }) => written);
}

type Row = ReturnType<typeof rowOf>;

async function insertRows(tx: Tx, rows: readonly Row[]) {
  await inChunks(
    rows.map(({ record }) => record),
    (data) => tx.practiceRecord.createMany({ data }),
  );
  await inChunks(
    rows.flatMap(({ evidence }) => evidence),
    (data) => tx.evidence.createMany({ data }),
  );
  await inChunks(
    rows.flatMap(({ claims }) => claims),
    (data) => tx.recordClaim.createMany({ data }),
  );
}

function rowOf({ draft, now, ...ids }: Writing) {
  const { claims: claimed, evidence, happenedOn, periodCovered, did, learned, ...rest } = draft;
  const id = newId(now);
  const { salt, content } = commit(contentOf(draft));
  const dates = { happenedOn: toDbDay(happenedOn), periodCovered: periodCovered && toDbMonth(periodCovered) };
  const texts = { did: did ?? "", learned: learned ?? "" };
  const claims = claimed.map(({ parts, ...claim }) => ({
    ...claim,
    id: newId(now),
    recordId: id,
    parts: [...parts],
    claimedAt: now,
  }));
  const written: RecordWritten = {
    recordId: id,
    content,
    salt: salt.toString("hex"),
    claims: claims.map(({ id: claimId, enrolmentId, criterionCode }) => ({ claimId, enrolmentId, criterionCode })),
  };
  return {
    record: { ...rest, ...ids, ...dates, ...texts, id, salt, loggedAt: now },
    evidence: evidence.map((each, position) => ({ ...each, id: newId(now), recordId: id, position })),
    claims,
    written,
  };
}

/** Ends claims; answers in which enrolments. */
export async function withdrawClaims(tx: Tx, claimIds: readonly string[], now: Date): Promise<readonly string[]> {
  const where = { id: { in: [...claimIds] } };
  await tx.recordClaim.updateMany({ where, data: { withdrawnAt: now } });
  const touched = await tx.recordClaim.findMany({ where, select: { enrolmentId: true }, distinct: ["enrolmentId"] });
  return touched.map(({ enrolmentId }) => enrolmentId);
}

/** A sign-off that stands rests on the claim `c`. */
export const frozenClaim = Prisma.sql`exists (select 1 from "FrozenClaim" f where f."claimId" = c.id
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
  const [record] = await loadOwnRecords(tx, Prisma.sql`r.id = ${recordId}::uuid and r."personId" = ${personId}::uuid`);
  return record ?? null;
}

/** One statement. Unscoped: the caller narrows by `where`. */
export async function loadOwnRecords(tx: Tx, where: Prisma.Sql): Promise<OwnRecord[]> {
  const rows = await tx.$queryRaw<OwnRow[]>`
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
      from "PracticeRecord" r where ${where}`;
  return rows.map(ownRecord);
}

function ownRecord({ id, withdrawn, corrected, claims, ...fields }: OwnRow): OwnRecord {
  const standing = claims.filter((claim) => !claim.withdrawn);
  const claimed = standing.map(({ enrolmentId, criterionCode, parts }) => ({ enrolmentId, criterionCode, parts }));
  return { recordId: id, withdrawn, corrected, draft: { ...fields, claims: claimed }, claims };
}
