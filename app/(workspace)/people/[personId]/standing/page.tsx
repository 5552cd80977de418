import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StandingForm } from "@/components/people/standing-form";
import { WhatEnds } from "@/components/people/what-ends";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { roleGroupNames } from "../../_components/role-group-names";
import { deactivatePersonAction, reactivatePersonAction } from "../../actions";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("people.standing"))("title"),
});

export default async function StandingPage({ params }: PageProps<"/people/[personId]/standing">) {
  const actor = await requireActor();
  const { personId } = await params;
  const person = await findPerson(actor, personId, now());
  if (!person?.mayManage) notFound();
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const name = formatName(person.profile, locale);
  const back = person.deactivation !== null;
  const trail = [
    { href: "/people", label: t("title") },
    { href: `/people/${personId}`, label: name },
    { label: t("standing.title") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t(back ? "standing.reactivateTitle" : "standing.deactivateTitle", { name })} />
      {!back && <WhatEnds person={person} roleGroupNames={await roleGroupNames(locale)} />}
      {!back && personId === actor.id ? (
        <p className="mt-4">{t("standing.own")}</p>
      ) : (
        <StandingForm
          personId={personId}
          act={back ? "reactivate" : "deactivate"}
          action={back ? reactivatePersonAction : deactivatePersonAction}
        />
      )}
    </>
  );
}
