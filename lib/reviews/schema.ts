import { z } from "zod";
import { SUPERVISIONS } from "@/lib/domain/rule";
import { checkbox, line, many, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";
import { fieldsNamed } from "@/lib/platform/named-fields";
import { queuePlace } from "@/lib/queue/schema";

export const LONGEST_REASON = 2000;
export const LONGEST_COMMENT = 1000;
/** As many as a page of the queue shows. */
export const LARGEST_BATCH = 50;

const reason = () => paragraph(LONGEST_REASON);
/** Left empty is said so: the column has no null. */
export const comment = (max = LONGEST_COMMENT) => optional(paragraph(max)).transform((text) => text ?? "");

const supervision = () =>
  wholeNumber(1, 5).transform((level) => SUPERVISIONS.find((each) => each === level) ?? SUPERVISIONS[0]);
const number = () => wholeNumber(0, 100_000);

/** A part shown by a claim, as one box: `<claim>:<part>`. */
const partOfClaim = line(160).transform((text) => {
  const [claimId = "", ...part] = text.split(":");
  return { claimId, part: part.join(":") };
});

/** One record, and which of its claims are confirmed as what. */
const recordVerification = z.object({
  decision: z.literal("verify"),
  place: queuePlace(),
  recordId: uuid(),
  claims: many(uuid(), 50),
  supervision: optional(supervision()),
  mentorPresent: checkbox(),
  judged: optional(number()),
  right: optional(number()),
  parts: many(partOfClaim, 200),
  comment: comment(),
});
export type RecordVerification = Omit<z.output<typeof recordVerification>, "decision" | "place">;

export const batchVerification = z.object({ records: many(uuid(), LARGEST_BATCH) });
export type BatchVerification = z.output<typeof batchVerification>;

/** A reason for each claim that goes back, in a field of its own: `reason:<claim>`. */
const recordSendBack = z
  .looseObject({ decision: z.literal("sendBack"), recordId: uuid(), place: queuePlace() })
  .transform(({ decision, recordId, place, ...rest }, context) => ({
    decision,
    place,
    recordId,
    reasons: fieldsNamed("reason", reason(), rest, context),
  }));
export type RecordSendBack = Omit<z.output<typeof recordSendBack>, "decision" | "place">;

/** One form decides a record; the button that was pressed says how. */
export const recordDecision = z.discriminatedUnion("decision", [recordVerification, recordSendBack]);
export type RecordDecision =
  | ({ readonly decision: "verify" } & RecordVerification)
  | ({ readonly decision: "sendBack" } & RecordSendBack);

export const withdrawnVerification = z.object({ verificationId: uuid(), reason: reason() });
export type WithdrawnVerification = z.output<typeof withdrawnVerification>;
