import { TargetBox } from "@/components/target-date/target-box";
import type { EnrolmentSeen, StepSeen, TrainingWords } from "@/components/training/enrolment-seen";
import { SignOffBox } from "@/components/training/sign-off-box";
import type { UsualWait } from "@/components/training/usual-wait";
import type { Materials } from "@/lib/materials/schema";
import { newId } from "@/lib/platform/ids";
import { STEP_ACTIONS } from "../../../_components/step-acts";
import { setTargetDateAction } from "../../../target-actions";
import { StepContent } from "./step-content";

type Props = {
  enrolment: EnrolmentSeen;
  measured: StepSeen;
  worded: TrainingWords;
  materials: Materials;
  usual: UsualWait;
  now: Date;
};

/** The STEP in full, and beside it its sign-off. */
export function StepBody(props: Props) {
  return (
    <div className="split">
      <div>
        <StepContent {...props} acts={STEP_ACTIONS} />
      </div>
      <aside>
        <SignOffBox {...props} acts={STEP_ACTIONS} />
        <TargetBox {...props} locale={props.worded.locale} onceKey={newId()} set={setTargetDateAction} />
      </aside>
    </div>
  );
}
