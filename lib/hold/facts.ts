import "server-only";
import type { Caller } from "@/lib/domain/access";
import type { Tx } from "@/lib/platform/db";
import { claimWaitsForReview } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

/** For the commands that decide: what was held is decided, and its hold ends with it. */

const decidedBy = ({ actor, now }: Caller) => Prisma.sql`
  "endedAt" = ${now}, "endedById" = ${actor.id}::uuid,
  ending = (case when h."holderId" = ${actor.id}::uuid and h."until" > ${now} then 'decided' else 'lapsed' end)::"HoldEnding"`;

/** Of the enrolments in which no claim of a record waits any more. */
export const endHoldsOnRecords = (tx: Tx, recordIds: readonly string[], caller: Caller) => tx.$executeRaw`
  update "Hold" h set ${decidedBy(caller)}
   where h."endedAt" is null and h."recordId" = any(${[...recordIds]}::uuid[]) and not exists (
     select 1 from "RecordClaim" c where c."recordId" = h."recordId" and c."enrolmentId" = h."enrolmentId" and ${claimWaitsForReview})`;

export const endHoldOnJudgement = (tx: Tx, judgementRequestId: string, caller: Caller) => tx.$executeRaw`
  update "Hold" h set ${decidedBy(caller)}
   where h."endedAt" is null and h."judgementRequestId" = ${judgementRequestId}::uuid`;

/** With the mentor's signature: a countersignature is nobody's to take on. */
export const endHoldOnSignOff = (tx: Tx, signOffRequestId: string, caller: Caller) => tx.$executeRaw`
  update "Hold" h set ${decidedBy(caller)}
   where h."endedAt" is null and h."signOffRequestId" = ${signOffRequestId}::uuid`;
