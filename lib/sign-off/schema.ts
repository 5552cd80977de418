import { z } from "zod";
import { MARKS } from "@/lib/domain/sign-off";
import { choice, optional, paragraph, uuid } from "@/lib/platform/fields";
import { fieldsNamed } from "@/lib/platform/named-fields";

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
