import { useLocale } from "next-intl";
import { TargetBox } from "@/components/target-date/target-box";
import type { Actor } from "@/lib/domain/access";
import { maySetTarget } from "@/lib/domain/target-date";
import { newId } from "@/lib/platform/ids";
import type { StepSheet } from "@/lib/sign-off/schema";
import { setTargetDateAction } from "../../my-training/target-actions";

/** The target date of a trainee's STEP; their mentors and managers set it too. */
export function TraineeTarget({ actor, sheet: { enrolment, measured } }: { actor: Actor; sheet: StepSheet }) {
  const locale = useLocale();
  const mayOne = maySetTarget(actor, enrolment.training.ref);
  return (
    <TargetBox {...{ enrolment, measured, locale }} onceKey={newId()} {...(mayOne && { set: setTargetDateAction })} />
  );
}
