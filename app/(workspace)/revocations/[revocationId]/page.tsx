import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { CompletionFacts } from "@/components/revocation/completion-facts";
import { ReasonForm } from "@/components/revocation/reason-form";
import { RestoredList } from "@/components/revocation/restored-list";
import { Message } from "@/components/ui/message";
import { SectionHeading } from "@/components/ui/section-heading";
import { curriculumWords } from "@/lib/curriculum/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findReinstatable } from "@/lib/revocation/queries";
import { revocationPath } from "@/lib/revocation/schema";
import { asked } from "../../_components/asked";
import { RevocationHead } from "../_components/revocation-head";
import { reinstateAction } from "../actions";

export const generateMetadata = titled("revocation", "reinstateTitle");

export default async function ReinstatePage({ params }: PageProps<"/revocations/[revocationId]">) {
  const actor = await requireActor();
  const { revocationId } = await asked(revocationPath, params);
  const page = await findReinstatable(actor, revocationId);
  if (!page) notFound();
  const words = await curriculumWords(await getLocale());
  const [t, reviews] = [await getTranslations("revocation"), await getTranslations("reviews")];
  const { completion, revoked, why, seen } = page;
  const { enrolment, step } = completion;
  const place = placeName(reviews, words, { roleGroupCode: enrolment.roleGroupCode, step });
  const back = `/trainees/${enrolment.traineeId}/${enrolment.enrolmentId}/${step}`;
  return (
    <>
      <RevocationHead title={t("reinstateTitle")} trainee={completion.trainee} step={{ href: back, label: place }} />
      <CompletionFacts completion={completion} place={place} revoked={revoked} />
      {why === null ? (
        <>
          <section className="sec">
            <SectionHeading>{t("happensBack")}</SectionHeading>
            <RestoredList page={page} words={words} />
          </section>
          <ReasonForm
            {...{ action: reinstateAction, kind: "reinstate", step: place, back }}
            fields={{ revocationId, seen }}
          />
        </>
      ) : (
        <Message tone="wait" title={t(`why.${why}`)} className="mt-4" />
      )}
    </>
  );
}
