import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PersonState } from "@/components/people/person-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { DoneToast } from "../../_components/done-toast";
import { PersonSections } from "./_components/person-sections";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("people"))("title") });

export default async function PersonPage({ params, searchParams }: PageProps<"/people/[personId]">) {
  const actor = await requireActor();
  const person = await findPerson(actor, (await params).personId, now());
  if (!person) notFound();
  const [t, locale] = await Promise.all([getTranslations("people"), getLocale()]);
  const { profile, deactivation, joined, today } = person;
  const name = formatName(profile, locale);
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/people", label: t("title") }, { label: name }]} />
      <DoneToast done={(await searchParams).done} />
      <PageHead
        title={name}
        aside={profile.employeeNumber}
        sub={<PersonState deactivated={deactivation !== null} endsOn={profile.endsOn} joined={joined} today={today} />}
      />
      <PersonSections person={person} actor={actor} />
    </>
  );
}
