import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { MEMBERSHIP_KINDS } from "@/lib/membership/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { teamOptions } from "./team-options";

type Props = {
  personId: string;
  today: string;
  add: FormAction;
  onceKey: string;
  teams: Parameters<typeof teamOptions>[0];
};

/** A new main membership ends the present one the day before. */
export function AddMembership({ personId, today, add, onceKey, teams }: Props) {
  const t = useTranslations("people.memberships");
  return (
    <Disclosure summary={t("add")} className="mt-3">
      <Form action={add} onceKey={onceKey} className="narrow-page">
        <p className="small">{t("addHint")}</p>
        <HiddenField name="personId" value={personId} />
        <SelectField name="teamId" label={t("team")} required options={teamOptions(teams, useLocale())} />
        <RadioGroup
          name="kind"
          label={t("kind")}
          unmarked
          defaultValue="main"
          options={MEMBERSHIP_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <DateField name="fromOn" label={t("from")} required defaultValue={today} />
        <DateField name="toOn" label={t("to")} hint={t("toHint")} />
        <div className="form-foot">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
