import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { PersonFields } from "@/components/people/person-fields";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { editPersonAction } from "../../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("people.edit"))("title"),
});

export default async function EditPersonPage({ params }: PageProps<"/people/[personId]/edit">) {
  const actor = await requireActor();
  const { personId } = await params;
  const person = await findPerson(actor, personId, now());
  if (!person?.mayManage) notFound();
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const { profile, seen } = person;
  const page = `/people/${personId}`;
  const trail = [
    { href: "/people", label: t("title") },
    { href: page, label: formatName(profile, locale) },
    { label: t("edit.title") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("edit.title")} sub={formatName(profile, locale)} />
      <Form action={editPersonAction} className="narrow-page">
        <HiddenField name="personId" value={personId} />
        <HiddenField name="seen" value={seen} />
        <PersonFields profile={profile} />
        <div className="form-foot">
          <SubmitButton pending={t("edit.pending")}>{t("edit.submit")}</SubmitButton>
          <LinkButton href={page} look="text">
            {t("edit.cancel")}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
