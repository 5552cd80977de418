import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Quote } from "@/components/ui/quote";
import { type HoldView, LONGEST_NOTE } from "@/lib/hold/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { ReasonPanel } from "./reason-panel";

export type HoldActions = Readonly<Record<"take" | "giveBack" | "handOver" | "end", FormAction>>;
type Props = { view: HoldView; actions: HoldActions };

/** 引き受け: who has taken this on and until when; taking it on, giving it back, handing it over, ending it. */
export function HoldBar({ view, actions }: Props) {
  const t = useTranslations("mentoring.hold");
  const { hold, isMine, mayTake, mayEnd, colleagues } = view;
  const mayHandOver = (isMine || mayTake) && colleagues.length > 0;
  return (
    <section className="hold" aria-label={t("title")}>
      <HoldText view={view} />
      {mayTake && (
        <SubjectForm action={actions.take} view={view}>
          <SubmitButton look="plain" hint="T" data-key="t" pending={t("taking")}>
            {t("take")}
          </SubmitButton>
        </SubjectForm>
      )}
      {isMine && (
        <SubjectForm action={actions.giveBack} view={view}>
          <SubmitButton look="plain" pending={t("givingBack")}>
            {t("giveBack")}
          </SubmitButton>
        </SubjectForm>
      )}
      {mayHandOver && <HandOver view={view} action={actions.handOver} />}
      {mayEnd && hold && <EndHold holdId={hold.holdId} action={actions.end} />}
    </section>
  );
}

function HoldText({ view: { hold, isMine } }: Pick<Props, "view">) {
  const t = useTranslations("mentoring.hold");
  const locale = useLocale();
  if (!hold) return <p className="small sub">{t("free")}</p>;
  const until = `${formatDay(hold.on, locale, { weekday: true, today: hold.on })} ${hold.time}`;
  const name = formatName({ name: hold.by, latinName: hold.byLatin }, locale);
  return (
    <div className="hold-text">
      <p className="small" role="status">
        {isMine ? t("mine", { until }) : t("others", { name, until })}
      </p>
      {isMine && hold.handedBy && (
        <Quote by={t("handedBy", { name: formatName(hold.handedBy, locale) })}>{hold.note || t("noNote")}</Quote>
      )}
    </div>
  );
}

type SubjectFormProps = { action: FormAction; view: HoldView; children: ReactNode };

const SubjectForm = ({ action, view, children }: SubjectFormProps) => (
  <Form action={action}>
    <HiddenField name="subject" value={view.subject} />
    <HiddenField name="subjectId" value={view.subjectId} />
    {children}
  </Form>
);

/** Up to this many colleagues are buttons. */
const FEW = 6;

function HandOver({ view, action }: { view: HoldView; action: FormAction }) {
  const t = useTranslations("mentoring.hold");
  const locale = useLocale();
  const options = view.colleagues.map((person) => ({ value: person.id, label: formatName(person, locale) }));
  const field = { name: "toId", label: t("to"), required: true, options };
  return (
    <ReasonPanel summary={t("handOver")} hint="H" look="plain">
      <SubjectForm action={action} view={view}>
        {options.length > FEW ? <SelectField {...field} /> : <RadioGroup {...field} />}
        <TextArea name="note" label={t("note")} hint={t("noteHint")} max={LONGEST_NOTE} rows={2} />
        <SubmitButton look="plain" pending={t("handingOver")}>
          {t("handOverNow")}
        </SubmitButton>
      </SubjectForm>
    </ReasonPanel>
  );
}

function EndHold({ holdId, action }: { holdId: string; action: FormAction }) {
  const t = useTranslations("mentoring.hold");
  return (
    <ReasonPanel summary={t("end")} look="refuse">
      <Form action={action}>
        <HiddenField name="holdId" value={holdId} />
        <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required max={LONGEST_NOTE} rows={2} />
        <SubmitButton look="refuseFill" pending={t("ending")}>
          {t("endNow")}
        </SubmitButton>
      </Form>
    </ReasonPanel>
  );
}
