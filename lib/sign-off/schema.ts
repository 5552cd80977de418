import { z } from "zod";
import type { PlainDay } from "@/lib/domain/calendar";
import { MARKS } from "@/lib/domain/sign-off";
import { choice, optional, paragraph, uuid } from "@/lib/platform/fields";
import { fieldsNamed } from "@/lib/platform/named-fields";
import type { MeasuredStep } from "@/lib/training/facts";
import type { EnrolmentView } from "@/lib/training/queries";

export const LONGEST_REASON = 2000;
export const LONGEST_COMMENT = 1000;

export const REQUEST_DECISIONS = ["signOff", "countersign", "sendBack"] as const;

/**
 * One form decides a request: `mark:<item>` and `reason:<item>` for each criterion or topic, and the button that was pressed.
 * A reason counts only where the item is marked to go back.
 */
export const requestDecision = z
  .looseObject({
    requestId: uuid(),
    decision: choice(REQUEST_DECISIONS),
    comment: optional(paragraph(LONGEST_COMMENT)).transform((text) => text ?? ""),
  })
  .transform(({ requestId, decision, comment, ...rest }, context) => {
    const marks = fieldsNamed("mark", choice(MARKS), rest, context);
    const written = fieldsNamed("reason", paragraph(LONGEST_REASON), rest, context);
    const back = [...marks].filter(([, mark]) => mark === "back");
    const reasons = back.map(([criterionCode]) => ({ criterionCode, reason: written.get(criterionCode) ?? "" }));
    return { requestId, decision, comment, marks, reasons };
  });
export type RequestDecision = z.output<typeof requestDecision>;

type Person = { readonly id: string; readonly name: string; readonly latinName: string };
type Act = { readonly by: Person; readonly at: string };

/** A request for one STEP, from asking to its end. Instants are ISO 8601 in UTC. */
export type RequestView = {
  readonly requestId: string;
  readonly requested: Act;
  readonly note: string;
  readonly signature: (Act & { readonly comment: string }) | null;
  readonly outcome: Ending | null;
};

type Ending = Omit<Act, "by"> & {
  /** Null: taken back by itself, as the trainee's last day had passed. */
  readonly by: Person | null;
  readonly kind: "signedOff" | "sentBack" | "withdrawn";
  readonly comment: string;
  /** Signed by a reviewer, where the role group had no other mentor. */
  readonly byReviewer: boolean;
};

/** Who verified a claim, and on which day. */
export type VerifierView = { readonly claimId: string; readonly by: Person; readonly on: PlainDay };

/** One STEP of one trainee, with everything that its sign-off is decided on. */
export type StepSheet = {
  readonly trainee: Person;
  readonly enrolment: EnrolmentView;
  readonly basic: EnrolmentView | null;
  readonly measured: MeasuredStep;
  /** Newest first. */
  readonly requests: readonly RequestView[];
  readonly verifiers: readonly VerifierView[];
  readonly isCountersigned: boolean;
  readonly usualHours: number;
  readonly reader: {
    /** In which quality the reader signs off; null where they do not. */
    readonly quality: "mentor" | "reviewer" | null;
    readonly mayCountersign: boolean;
    readonly hasSigned: boolean;
    /** Manages the trainee's team: may revoke and reinstate. */
    readonly mayRevoke: boolean;
  };
};
