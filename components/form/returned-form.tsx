import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { type ActionState, type FormAction, SENT_AGAIN } from "@/lib/platform/action-state";
import type { Messages } from "@/lib/platform/messages";
import { useTranslations } from "@/lib/platform/words";
import { FieldError } from "./field-error";
import { Form } from "./form";
import { HiddenField } from "./hidden-field";
import { partedFields } from "./returned-fields";
import { SubmitButton } from "./submit-button";

type Refused = Exclude<ActionState, { status: "idle" | "done" }>;
type Props = { state: Refused; action: FormAction; path: string };
type Kind = keyof Messages["ui"]["returned"]["fields"];

/** A form whose page cannot be shown: why, what was typed, and the button that sends it once more, for pages without scripts. */
export function ReturnedForm({ state, action, path }: Props) {
  const t = useTranslations("ui.returned");
  const isTyped = (kind: string): kind is Kind => t.has(`fields.${kind as Kind}`);
  const { shown, carried } = partedFields(state.values, isTyped);
  const errors = state.status === "invalid" ? state.fields : {};
  return (
    <div className="narrow-page">
      <ReturnedMessage state={state} />
      <Form action={action} className="mt-4">
        {shown.length > 0 && <p className="phrase mb-4">{t("lead")}</p>}
        {shown.map(({ key, name, kind, value }) => (
          <ReturnedField
            key={key}
            id={key}
            name={name}
            label={t(`fields.${kind}`)}
            value={value}
            errors={errors[name]}
          />
        ))}
        {carried.map(({ key, name, value }) => (
          <HiddenField key={key} name={name} value={value} />
        ))}
        <HiddenField name={SENT_AGAIN} value="yes" />
        <div className="form-foot">
          <SubmitButton pending={t("sending")}>{t("again")}</SubmitButton>
          <Link href={path}>{t("back")}</Link>
        </div>
      </Form>
    </div>
  );
}

/** The way to sign in opens beside, so that this page and its text stay. */
function ReturnedMessage({ state: { status, message } }: { state: Refused }) {
  const t = useTranslations("ui.form");
  const { title, why, safe, links = [] } = message;
  const beside = links.map((link) => ({ ...link, target: "_blank" as const, note: t("newTab") }));
  const tone = status === "signedOut" ? "wait" : "back";
  return <Message tone={tone} role="alert" title={title} why={why} safe={safe} links={beside} className="mt-4" />;
}

type FieldProps = { id: string; name: string; label: string; value: string; errors?: readonly string[] | undefined };

function ReturnedField({ id, name, label, value, errors = [] }: FieldProps) {
  const rows = Math.min(12, value.split("\n").length + Math.floor(value.length / 80));
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <div>
        <textarea id={id} name={name} rows={rows} defaultValue={value} className={rows === 1 ? "in one-line" : "in"} />
        <FieldError id={`${id}-errors`} errors={errors} />
      </div>
    </div>
  );
}
