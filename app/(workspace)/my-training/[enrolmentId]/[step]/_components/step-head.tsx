import { RebasedNote } from "@/components/rebasing/rebased-note";
import { RevocationNote } from "@/components/revocation/revocation-note";
import {
  type EnrolmentSeen,
  groupName,
  isBlocked,
  type StepSeen,
  type TrainingWords,
} from "@/components/training/enrolment-seen";
import { stepName } from "@/components/training/step-name";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { formatDay, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { enrolment: EnrolmentSeen; measured: StepSeen; worded: TrainingWords };

/** Which STEP of which role group, since when, and by which values it is measured. */
export function StepHead({ enrolment, measured, worded }: Props) {
  const t = useTranslations("training");
  const group = groupName(enrolment, worded);
  const step = stepName(measured.step, enrolment, t);
  const title = group === null ? step : t("step.pageTitle", { group, step });
  const state = enrolment.states.find((each) => each.step === measured.step)?.state ?? "later";
  return (
    <>
      <Breadcrumb label={t("step.trail")} trail={[{ href: "/my-training", label: t("title") }, { label: title }]} />
      <PageHead title={title} aside={<Tag>{t(`step.states.${state}`)}</Tag>} sub={subOf(measured, state, worded, t)} />
      <RebasedNote measured={measured} locale={worded.locale} />
      <RevocationNote
        step={measured.step}
        revocations={enrolment.training.revocations}
        state={enrolment.states.find(({ step }) => step === measured.step)}
        isBlocked={isBlocked(enrolment, measured)}
      />
    </>
  );
}

type Translator = ReturnType<typeof useTranslations<"training">>;

function subOf(measured: StepSeen, state: string, { locale }: TrainingWords, t: Translator) {
  if (measured.step === 0) return t("criteria.topicsRule");
  const policy = policyOf(measured, locale, t);
  return state === "later" ? `${t("step.later")} ${policy}` : policy;
}

function policyOf({ openedOn, rebased }: StepSeen, locale: Locale, t: Translator) {
  if (openedOn === null) return t("step.policyToday");
  if (rebased) return t("step.policyRebased", { day: formatDay(rebased.on, locale) });
  return t("step.policyOn", { day: formatDay(openedOn, locale) });
}
