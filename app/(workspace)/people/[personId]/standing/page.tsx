import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { PersonTrail } from "@/components/people/person-trail";
import { PageHead } from "@/components/ui/page-head";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { StandingBody } from "./_components/standing-body";

export const generateMetadata = titled("people.standing", "title");

export default async function StandingPage({ params }: PageProps<"/people/[personId]/standing">) {
  const actor = await requireActor();
  const person = await findPerson(actor, (await params).personId, now());
  if (!person?.mayManage) notFound();
  const [t, locale] = await Promise.all([getTranslations("people.standing"), getLocale()]);
  const { personId, profile } = person;
  return (
    <>
      <PersonTrail personId={personId} person={profile} last={t("title")} />
      <PageHead title={t(titleOf(person), { name: formatName(profile, locale) })} />
      <StandingBody person={person} isOwn={personId === actor.id} />
    </>
  );
}

const titleOf = ({ deactivation }: { deactivation: object | null }) =>
  deactivation ? "reactivateTitle" : "deactivateTitle";
