import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DateField } from "@/components/form/date-field";
import { Fieldset } from "@/components/form/fieldset";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { PersonFields } from "@/components/people/person-fields";
import { teamOptions } from "@/components/people/team-options";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { listTeams } from "@/lib/team/queries";
import { addPersonAction } from "../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("people.new"))("title"),
});

export default async function NewPersonPage() {
  if (!canManagePeople(await requireActor())) notFound();
  const [teams, locale, t] = await Promise.all([listTeams(), getLocale(), getTranslations("people")]);
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/people", label: t("title") }, { label: t("new.title") }]} />
      <PageHead title={t("new.title")} sub={t("new.lead")} />
      <Form action={addPersonAction} onceKey={newId()} className="narrow-page">
        <PersonFields />
        <Fieldset legend={t("new.membership")} className="mt-8">
          <SelectField
            name="teamId"
            label={t("fields.team")}
            placeholder={t("fields.noTeam")}
            options={teamOptions(teams, locale)}
          />
          <DateField name="fromOn" label={t("fields.fromOn")} hint={t("fields.fromOnHint")} />
        </Fieldset>
        <div className="form-foot">
          <SubmitButton pending={t("new.pending")}>{t("new.submit")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
