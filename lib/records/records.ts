import "server-only";
import type { OwnRecord } from "@/lib/domain/correction";
import type { LogContext } from "@/lib/domain/record";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import type { Tx } from "@/lib/platform/db";
import { loadEnrolments, ofPerson } from "@/lib/training/facts";
import type { Ground } from "@/lib/training/queries";
import { Prisma } from "@/prisma/generated/client";
import { frozenClaim } from "./facts";
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

/** `<enrolment id>:<criterion code>` of the claims of a record that stand. */
export const recordClaimsOf = (recordId: string) => Prisma.sql`(
  select coalesce(json_agg(c."enrolmentId" || ':' || c."criterionCode" order by c.id), '[]')
    from "RecordClaim" c where c."recordId" = ${Prisma.raw(recordId)} and c."withdrawnAt" is null)`;

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
