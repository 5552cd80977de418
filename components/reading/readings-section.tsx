import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import { SectionHeading } from "@/components/ui/section-heading";
import { addDays } from "@/lib/domain/calendar";
import { LONGEST_READING_DAYS } from "@/lib/domain/reading-grant";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { ReadingsPage } from "@/lib/reading/schema";
import { ReadingsTable } from "./readings-table";

type Props = ReadingsPage & {
  /** Of a person's page or of a team's. */
  about: { readonly personId: string } | { readonly teamId: string };
  actions: { grant: FormAction; withdraw: FormAction; onceKey: string };
};

/** What a manager lets auditors read: of a person, or of a team with those below it. */
export function ReadingsSection({ about, today, auditors, grants, actions }: Props) {
  const t = useTranslations("reading");
  return (
    <section className="sec" id="reading">
      <SectionHeading>{t("title")}</SectionHeading>
      <p className="small mt-2">{t("personId" in about ? "leadPerson" : "leadTeam", { days: LONGEST_READING_DAYS })}</p>
      {grants.length === 0 ? (
        <p className="mt-3">{t("none")}</p>
      ) : (
        <ReadingsTable grants={grants} today={today} withdraw={actions.withdraw} />
      )}
      {auditors.length === 0 ? (
        <p className="small sub mt-3">{t("noAuditor")}</p>
      ) : (
        <Disclosure summary={t("add")} className="mt-3">
          <Form action={actions.grant} onceKey={actions.onceKey} className="narrow-page">
            {"personId" in about ? (
              <HiddenField name="personId" value={about.personId} />
            ) : (
              <HiddenField name="teamId" value={about.teamId} />
            )}
            <Fields auditors={auditors} today={today} />
          </Form>
        </Disclosure>
      )}
    </section>
  );
}

const A_WEEK = 6;

function Fields({ auditors, today }: Pick<Props, "auditors" | "today">) {
  const t = useTranslations("reading");
  return (
    <>
      <SelectField
        name="auditorId"
        label={t("auditor")}
        required
        options={auditors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="fromOn" label={t("from")} required defaultValue={today} />
      <DateField name="toOn" label={t("to")} required defaultValue={addDays(today, A_WEEK)} />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required max={2000} />
      <div className="form-foot">
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
      </div>
    </>
  );
}
