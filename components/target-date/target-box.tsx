import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { EnrolmentSeen, StepSeen } from "@/components/training/enrolment-seen";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { isAtRisk } from "@/lib/domain/target-outlook";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { LONGEST_REASON } from "@/lib/target-date/schema";
import { outlookOf, outlookText } from "./outlook";
import type { TargetSeen } from "./target-seen";

type Props = {
  enrolment: EnrolmentSeen;
  measured: StepSeen;
  locale: Locale;
  onceKey: string;
  /** Absent where the reader sets none. */
  set?: FormAction;
};

/** 目標日 of a STEP: the date, whether it will be kept and by which rule, who set it when, and setting it. */
export function TargetBox({ enrolment, measured, locale, onceKey, set }: Props) {
  const t = useTranslations("targetDate");
  const found = outlookOf(enrolment, measured);
  const own = enrolment.training.targets.filter(({ step }) => step === measured.step);
  const isDone = enrolment.states.some(({ step, completion }) => step === measured.step && completion !== null);
  if (isDone || (!set && own.length === 0)) return null;
  return (
    <section className="panel" id="target-date">
      <h2>{t("title")}</h2>
      {found ? <Standing found={found} locale={locale} /> : <p className="small sub">{t("none")}</p>}
      {own.length > 0 && <History targets={own} locale={locale} />}
      {set && <Setting {...{ enrolment, measured, onceKey, set }} targetOn={found?.targetOn ?? null} />}
    </section>
  );
}

function Standing({ found, locale }: { found: NonNullable<ReturnType<typeof outlookOf>>; locale: Locale }) {
  const t = useTranslations("targetDate");
  return (
    <>
      <p className="b">{formatDay(found.targetOn, locale, { weekday: true })}</p>
      <p className="small">
        {isAtRisk(found.outlook) && <Badge state="caution">{t("atRisk")}</Badge>}{" "}
        {outlookText(found.outlook, t, locale)}
      </p>
      <p className="hint phrase">{t("rule")}</p>
    </>
  );
}

/** Who set it and when, and what stood before. */
function History({ targets, locale }: { targets: readonly TargetSeen[]; locale: Locale }) {
  const t = useTranslations("targetDate");
  return (
    <ul className="small sub">
      {targets.map(({ id, targetOn, setOn, by, reason }) => (
        <li key={id}>
          {t(targetOn === null ? "tookAway" : "setBy", {
            day: formatDay(setOn, locale),
            name: formatName(by, locale),
            target: targetOn === null ? "" : formatDay(targetOn, locale),
          })}
          {reason !== "" && ` ${reason}`}
        </li>
      ))}
    </ul>
  );
}

type SettingProps = { targetOn: string | null; set: FormAction } & Pick<Props, "enrolment" | "measured" | "onceKey">;

function Setting({ enrolment, measured, targetOn, onceKey, set }: SettingProps) {
  const t = useTranslations("targetDate");
  return (
    <Disclosure summary={t(targetOn === null ? "set" : "change")} className="mt-3">
      <Form action={set} onceKey={onceKey}>
        <HiddenField name="enrolmentId" value={enrolment.training.ref.enrolmentId} />
        <HiddenField name="step" value={String(measured.step)} />
        <DateField
          name="targetOn"
          label={t("title")}
          hint={t(targetOn === null ? "dayHint" : "dayHintChange")}
          min={enrolment.today}
          defaultValue={targetOn ?? ""}
        />
        <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} max={LONGEST_REASON} rows={2} />
        <div className="form-foot">
          <SubmitButton look="plain" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
