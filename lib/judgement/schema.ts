import { z } from "zod";
import { JUDGEMENTS } from "@/lib/domain/facts";
import { choice, line, paragraph, uuid } from "@/lib/platform/fields";
import { fieldsNamed } from "@/lib/platform/named-fields";

export const LONGEST_REASON = 2000;
const reason = () => paragraph(LONGEST_REASON);

/** `judgement:<checkpoint>` and `comment:<checkpoint>`; a checkpoint left alone is not judged. */
export const criterionJudgement = z
  .looseObject({ enrolmentId: uuid(), criterionCode: line(100) })
  .transform(({ enrolmentId, criterionCode, ...rest }, context) => {
    const comments = fieldsNamed("comment", reason(), rest, context);
    const judgements = fieldsNamed("judgement", choice(JUDGEMENTS), rest, context);
    const judged = [...judgements].map(([checkpoint, judgement]) => ({
      checkpoint,
      judgement,
      comment: comments.get(checkpoint) ?? "",
    }));
    return { enrolmentId, criterionCode, judged };
  });
export type CriterionJudgement = z.output<typeof criterionJudgement>;

export const acceptedAnswer = z.object({ remarkId: uuid() });
export type AcceptedAnswer = z.output<typeof acceptedAnswer>;

export const rejectedAnswer = z.object({ remarkId: uuid(), reason: reason() });
export type RejectedAnswer = z.output<typeof rejectedAnswer>;
