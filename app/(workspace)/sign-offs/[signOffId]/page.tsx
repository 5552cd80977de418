import { notFound } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { SignedFacts } from "@/components/signed-step/signed-facts";
import { SignedItem } from "@/components/signed-step/signed-item";
import { SignedTrace } from "@/components/signed-step/signed-trace";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { wordsAsTheyWere } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findSignedStep } from "@/lib/signed-step/queries";
import { signOffPath } from "@/lib/signed-step/schema";
import { noteVisit } from "@/lib/visit/commands";
import { asked } from "../../_components/asked";
import { SignedHead } from "./_components/signed-head";

export const generateMetadata = titled("signedStep", "title");

export default async function SignedStepPage({ params }: PageProps<"/sign-offs/[signOffId]">) {
  const actor = await requireActor();
  const { signOffId } = await asked(signOffPath, params);
  const signed = await findSignedStep(actor, signOffId);
  if (!signed) notFound();
  const { trainee, enrolment, step, rested, today } = signed;
  after(() => noteVisit(actor, { subjectId: trainee.id, place: "trainee", on: today }, now()));
  const words = await wordsAsTheyWere(rested.wording, await getLocale());
  const [t, r, reviews] = [
    await getTranslations("signedStep"),
    await getTranslations("revocation"),
    await getTranslations("reviews"),
  ];
  const place = placeName(reviews, words, { roleGroupCode: enrolment.roleGroupCode, step });
  return (
    <>
      <SignedHead signed={signed} place={place} isOwn={trainee.id === actor.id} />
      <SignedTrace revocations={signed.revocations} />
      <SignedFacts signed={signed} />
      {signed.mayRevoke && (
        <p className="mt-3">
          <Link href={`/revocations/new/${signOffId}`}>{r("open")}</Link>
        </p>
      )}
      <section className="sec">
        <SectionHeading>{t("rested")}</SectionHeading>
        <p className="small mt-2">{t("restedLead")}</p>
        {(rested.items ?? []).map((item, place) => (
          <SignedItem key={item.code} item={item} number={place + 1} signed={signed} words={words} />
        ))}
      </section>
    </>
  );
}
