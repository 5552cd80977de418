import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import { flagOf } from "@/lib/domain/policy";
import { dayOf, formatDay, formatElapsed, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { type EnrolmentSeen, mayAsk, type StepSeen, type TrainingWords } from "./enrolment-seen";
import { signOffConditions, stepsBefore } from "./sign-off-conditions";
import type { StepActions } from "./step-actions";
import { stepName } from "./step-name";
import type { UsualWait } from "./usual-wait";

type Props = {
  enrolment: EnrolmentSeen;
  measured: StepSeen;
  worded: TrainingWords;
  usual: UsualWait;
  now: Date;
  acts: Pick<StepActions, "requestSignOff" | "withdrawRequest">;
};

/** The sign-off of one STEP: what it needs, who decides and how long that takes, asking and taking back. */
export function SignOffBox(props: Props) {
  const t = useTranslations("training");
  const s = useTranslations("signedStep");
  const { enrolment, measured, worded } = props;
  const name = stepName(measured.step, enrolment, t);
  const state = enrolment.states.find(({ step }) => step === measured.step);
  return (
    <section id="sign-off" className="sign-box">
      <SectionHeading>{t("signOff.ofStep", { step: name })}</SectionHeading>
      {state?.completion ? (
        <p>
          <Badge state="done">{t(`step.states.${state.state}`)}</Badge>{" "}
          {t(state.state === "recognised" ? "signOff.recognised" : "signOff.completed", {
            day: formatDay(state.completion.on, worded.locale),
            name: formatName(
              { name: state.completion.personName, latinName: state.completion.personLatinName },
              worded.locale,
            ),
          })}
          {!state.counts && ` ${t("signOff.behindGap")}`}{" "}
          {state.completion.by === "signOff" && <Link href={`/sign-offs/${state.completion.id}`}>{s("open")}</Link>}
        </p>
      ) : (
        <Asking {...props} />
      )}
    </section>
  );
}

function Conditions({ conditions }: { conditions: ReturnType<typeof signOffConditions> }) {
  const t = useTranslations("training");
  return (
    <ul className="flow conditions">
      {conditions.map(({ key, text, fulfilled }) => (
        <li key={key}>
          <Mark kind={fulfilled ? "done" : "open"} />
          <span>{text}</span>
          <span className="small sub">{t(fulfilled ? "signOff.fulfilled" : "signOff.lacking")}</span>
        </li>
      ))}
    </ul>
  );
}

function Asking(props: Props) {
  const t = useTranslations("training");
  const { enrolment, measured, usual, worded } = props;
  const conditions = signOffConditions(enrolment, measured, stepsBefore(enrolment, measured), t);
  const isAsked = enrolment.training.openRequest?.step === measured.step;
  const isCountersigned = flagOf(`platform.countersign.step${measured.step}`, false, measured.policy);
  return (
    <>
      <h3 className="vh">{t("signOff.conditions")}</h3>
      <Conditions conditions={conditions} />
      <p className="hint">
        {whoDecides(enrolment, usual, worded, t)}
        {isCountersigned && ` ${t("signOff.countersigned")}`}
      </p>
      {isAsked ? <Asked {...props} /> : <AskForm {...props} />}
    </>
  );
}

type TrainingTranslator = ReturnType<typeof useTranslations<"training">>;

function whoDecides({ training }: EnrolmentSeen, usual: UsualWait, { locale }: TrainingWords, t: TrainingTranslator) {
  const [first, ...others] = training.mentors;
  if (!first) return t("signOff.nobody");
  const name = formatName(first, locale);
  const names =
    others.length === 0 ? t("signOff.one", { name }) : t("signOff.decidesMore", { name, count: others.length });
  return t("signOff.decides", { names, usual: usual.signOff });
}

function Asked({ enrolment, worded, usual, now, acts }: Props) {
  const t = useTranslations("training.signOff");
  const { openRequest, team } = enrolment.training;
  if (!openRequest) return null;
  const since = new Date(openRequest.requestedAt);
  const day = formatDay(dayOf(since, team.timeZone), worded.locale, { today: enrolment.today });
  return (
    <Form action={acts.withdrawRequest}>
      <HiddenField name="requestId" value={openRequest.id} />
      <p>
        <Badge state="waiting">
          {t("waiting", { day, waited: formatElapsed(since, now, worded.locale), usual: usual.signOff })}
        </Badge>
      </p>
      {openRequest.mentorId !== null && <p>{t("signedByMentor")}</p>}
      {openRequest.note !== "" && <p className="hint">{openRequest.note}</p>}
      <div className="form-foot">
        <SubmitButton look="plain" size="small" pending={t("withdrawing")}>
          {t("withdraw")}
        </SubmitButton>
      </div>
    </Form>
  );
}

function AskForm({ enrolment, measured, acts }: Props) {
  const t = useTranslations("training");
  const { enrolmentId } = enrolment.training.ref;
  const canAsk = mayAsk(enrolment, measured);
  const reasonId = `why-not-${enrolmentId}-${measured.step}`;
  return (
    <Form action={acts.requestSignOff}>
      <HiddenField name="enrolmentId" value={enrolmentId} />
      <HiddenField name="step" value={String(measured.step)} />
      {canAsk && <TextArea name="note" label={t("signOff.note")} max={1000} rows={2} />}
      <div className="form-foot">
        <SubmitButton pending={t("signOff.asking")} {...(!canAsk && { reasonId })}>
          {t("signOff.ask", { step: stepName(measured.step, enrolment, t) })}
        </SubmitButton>
        {!canAsk && (
          <span id={reasonId} className="hint">
            {t("signOff.notYet")}
          </span>
        )}
      </div>
    </Form>
  );
}
