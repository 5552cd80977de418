import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { OwnRecord } from "@/lib/domain/correction";
import type { RecordKind } from "@/lib/domain/rule";
import { db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { loadOwnRecord } from "./facts";
import { DRAFT_DAYS, loadRecordHistory, type RecordHistory, recordClaimsOf } from "./records";

export type { ClaimSeen, RecordHistory, VerificationSeen } from "./records";

import { type DraftValues, draftValues, type RecordFilter, type RecordState, recordKey } from "./schema";

/** Of the actor alone: nobody logs, corrects or withdraws for somebody else. */

export type SavedDraft = { readonly values: DraftValues; readonly savedAt: Date };

/** What surrounds logging: what was typed and not sent, what was logged last, and how long a verification usually takes. */
export type LogSurroundings = {
  readonly draft: SavedDraft | null;
  readonly recent: readonly {
    readonly recordId: string;
    readonly happenedOn: string;
    readonly kind: RecordKind;
    readonly title: string;
    readonly claims: readonly string[];
  }[];
  /** For each kind the claims of the latest record, as `<enrolment id>:<criterion code>`. */
  readonly lastClaims: readonly { readonly kind: RecordKind; readonly claims: readonly string[] }[];
};

type SurroundingsRow = Omit<LogSurroundings, "draft"> & { draft: { values: unknown; savedAt: string } | null };

/** One statement. */
export async function findLogSurroundings(actor: Actor, formKey: string, now: Date): Promise<LogSurroundings> {
  const since = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const me = Prisma.sql`${actor.id}::uuid`;
  const [row] = await db().$queryRaw<[SurroundingsRow]>`
    select
      (select json_build_object('values', d.values, 'savedAt', d."savedAt") from "Draft" d
        where d."personId" = ${me} and d."formKey" = ${formKey} and d."savedAt" > ${since(DRAFT_DAYS)}::timestamptz) as draft,
      (select coalesce(json_agg(x), '[]') from (
        select r.id as "recordId", to_char(r."happenedOn", 'YYYY-MM-DD') as "happenedOn", r.kind, r.title,
               ${recordClaimsOf("r.id")} as claims from "PracticeRecord" r
         where r."personId" = ${me} and r."withdrawnAt" is null
           and not exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id)
         order by r."happenedOn" desc, r.id desc limit 3) x) as recent,
      (select coalesce(json_agg(json_build_object('kind', x.kind, 'claims', ${recordClaimsOf("x.id")})), '[]') from (
        select distinct on (r.kind) r.kind, r.id from "PracticeRecord" r
         where r."personId" = ${me} and r."withdrawnAt" is null
         order by r.kind, r."happenedOn" desc, r.id desc) x) as "lastClaims"`;
  const values = row.draft && draftValues(row.draft.values);
  return { ...row, draft: row.draft && values && { values, savedAt: new Date(row.draft.savedAt) } };
}

/** An address may hold anything. */
const isRecordId = (text: string) => recordKey.safeParse({ recordId: text }).success;

/** An own record as a form holds it: to correct it, or to write the next one like it. */
export const findForForm = async (actor: Actor, recordId: string): Promise<OwnRecord | null> =>
  isRecordId(recordId) ? loadOwnRecord(db(), recordId, actor.id) : null;

/** An own record with everything about it. Two statements. */
export async function findOwnRecord(actor: Actor, recordId: string): Promise<(OwnRecord & RecordHistory) | null> {
  if (!isRecordId(recordId)) return null;
  const [record, history] = await Promise.all([
    loadOwnRecord(db(), recordId, actor.id),
    loadRecordHistory(db(), recordId, actor.id),
  ]);
  return record && history && { ...record, ...history };
}

export type RecordListed = {
  readonly recordId: string;
  readonly happenedOn: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly tlp: string;
  readonly evidence: number;
  readonly state: RecordState;
  readonly withdrawn: boolean;
  /** `<enrolment id>:<criterion code>` of the claims that stand. */
  readonly claims: readonly string[];
  /** Since when the longest of its claims waits (ISO 8601, UTC); null where none does. */
  readonly waitsSince: string | null;
};

export const RECORDS_A_PAGE = 50;

const isOld = Prisma.sql`(r."withdrawnAt" is not null or exists (select 1 from "PracticeRecord" n where n."correctsId" = r.id))`;
const standing = (claim: Prisma.Sql) => Prisma.sql`
  exists (select 1 from "RecordClaim" c where c."recordId" = r.id and c."withdrawnAt" is null and ${claim})`;
const isVerified = Prisma.sql`exists (select 1 from "Verification" v where v."claimId" = c.id and v."withdrawnAt" is null)`;
const isReturned = Prisma.sql`exists (
  select 1 from "Remark" k where k."claimId" = c.id and k."settledAt" is null and k."answeredAt" is null)`;

/** Sent back comes before waiting, waiting before verified: what is still to be done names the record. */
const stateOf = Prisma.sql`case
  when ${isOld} then 'old'
  when ${standing(isReturned)} then 'sentBack'
  when ${standing(Prisma.sql`not ${isVerified}`)} then 'waiting'
  when ${standing(isVerified)} then 'verified'
  else 'unclaimed' end`;

const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

function matching({ kind, search }: RecordFilter): Prisma.Sql {
  const pattern = like(search);
  return Prisma.sql`
    ${kind === null ? Prisma.sql`true` : Prisma.sql`r.kind = ${kind}`}
    and ${
      search === ""
        ? Prisma.sql`true`
        : Prisma.sql`(r.title ilike ${pattern} or r.did ilike ${pattern} or r.learned ilike ${pattern} or r."incidentRef" ilike ${pattern}
            or exists (select 1 from "Evidence" e where e."recordId" = r.id and e.value ilike ${pattern}))`
    }`;
}

/** Own records, newest first; without a state the ones that stand. One statement. */
export async function listOwnRecords(actor: Actor, filter: RecordFilter) {
  const wanted = filter.state === null ? Prisma.sql`x.state <> 'old'` : Prisma.sql`x.state = ${filter.state}`;
  const rows = await db().$queryRaw<(RecordListed & { total: number })[]>`
    select x.*, (select to_char(min(c."claimedAt") at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
              from "RecordClaim" c where c."recordId" = x."recordId" and c."isUnverified") as "waitsSince",
           ${recordClaimsOf('x."recordId"')} as claims,
           (select count(*)::int from "Evidence" e where e."recordId" = x."recordId") as evidence, count(*) over ()::int as total
      from (
        select r.id as "recordId", to_char(r."happenedOn", 'YYYY-MM-DD') as "happenedOn", r.kind, r.title, r.tlp,
               r."withdrawnAt" is not null as withdrawn, ${stateOf} as state
          from "PracticeRecord" r where r."personId" = ${actor.id}::uuid and ${matching(filter)}) x
     where ${wanted}
     order by x."happenedOn" desc, x."recordId" desc
     limit ${RECORDS_A_PAGE} offset ${(filter.page - 1) * RECORDS_A_PAGE}`;
  return { records: rows.map(({ total: _, ...record }) => record), total: rows[0]?.total ?? 0 };
}
