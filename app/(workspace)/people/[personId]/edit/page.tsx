import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EditPersonForm } from "@/components/people/edit-person-form";
import { PersonTrail } from "@/components/people/person-trail";
import { WhatEnds } from "@/components/people/what-ends";
import { PageHead } from "@/components/ui/page-head";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { roleGroupNames } from "../../_components/role-group-names";
import { editPersonAction } from "../../actions";

export const generateMetadata = titled("people.edit", "title");

export default async function EditPersonPage({ params }: PageProps<"/people/[personId]/edit">) {
  const { personId } = await params;
  const person = await findPerson(await requireActor(), personId, now());
  if (!person?.mayManage) notFound();
  const t = await getTranslations("people.edit");
  return (
    <>
      <PersonTrail personId={personId} person={person.profile} last={t("title")} />
      <PageHead title={t("title")} />
      <EditPersonForm personId={personId} seen={person.seen} profile={person.profile} action={editPersonAction}>
        <WhatEnds person={person} roleGroupNames={await roleGroupNames(await getLocale())} when="lastDay" />
      </EditPersonForm>
    </>
  );
}
