import { type EnrolmentSeen, groupName, openStepOf, type TrainingWords } from "@/components/training/enrolment-seen";
import { stepName } from "@/components/training/step-name";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import type { StepNumber } from "@/lib/domain/proficiency";
import { isAtRisk } from "@/lib/domain/target-outlook";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { outlookOf, outlookText } from "./outlook";

type Props = {
  enrolments: readonly EnrolmentSeen[];
  worded: TrainingWords;
  hrefOf: (enrolmentId: string, step: StepNumber) => string;
};

/** By when each open STEP is meant to be signed off, and whether it will be. Nothing where no date is set. */
export function TargetLines({ enrolments, worded, hrefOf }: Props) {
  return enrolments.map((enrolment) => (
    <TargetLine key={enrolment.training.ref.enrolmentId} enrolment={enrolment} worded={worded} hrefOf={hrefOf} />
  ));
}

function TargetLine({ enrolment, worded, hrefOf }: Omit<Props, "enrolments"> & { enrolment: EnrolmentSeen }) {
  const t = useTranslations("targetDate");
  const training = useTranslations("training");
  const open = openStepOf(enrolment);
  const found = open && outlookOf(enrolment, open);
  if (!open || !found) return null;
  const { targetOn, outlook } = found;
  const group = groupName(enrolment, worded);
  const step = stepName(open.step, enrolment, training);
  const place = group === null ? step : training("step.pageTitle", { group, step });
  return (
    <Note tone={isAtRisk(outlook) ? "wait" : "plain"} className="mt-3">
      {t("line", { place, day: formatDay(targetOn, worded.locale, { weekday: true }) })}{" "}
      {outlookText(outlook, t, worded.locale)}{" "}
      <Link href={`${hrefOf(enrolment.training.ref.enrolmentId, open.step)}#target-date`}>{t("open")}</Link>
    </Note>
  );
}
