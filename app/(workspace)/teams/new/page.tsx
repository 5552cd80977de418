import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { TeamFields } from "@/components/people/team-fields";
import { teamOptions } from "@/components/people/team-options";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { listTeams } from "@/lib/team/queries";
import { addTeamAction } from "../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("teams.new"))("title"),
});

export default async function NewTeamPage() {
  if (!canManagePeople(await requireActor())) notFound();
  const [teams, locale, t] = await Promise.all([listTeams(), getLocale(), getTranslations("teams")]);
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/teams", label: t("title") }, { label: t("new.title") }]} />
      <PageHead title={t("new.title")} />
      <Form action={addTeamAction} onceKey={newId()} className="narrow-page">
        <TeamFields />
        <TextField name="code" label={t("fields.code")} hint={t("fields.codeHint")} required max={40} size="mid" />
        <SelectField
          name="parentId"
          label={t("fields.parent")}
          placeholder={t("fields.noParent")}
          options={teamOptions(teams, locale)}
        />
        <div className="form-foot">
          <SubmitButton pending={t("new.pending")}>{t("new.submit")}</SubmitButton>
        </div>
      </Form>
    </>
  );
}
