import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { CompletionFacts } from "@/components/revocation/completion-facts";
import { ConsequenceList } from "@/components/revocation/consequence-list";
import { ReasonForm } from "@/components/revocation/reason-form";
import { SectionHeading } from "@/components/ui/section-heading";
import { curriculumWords } from "@/lib/curriculum/queries";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findRevocable } from "@/lib/revocation/queries";
import { completionPath } from "@/lib/revocation/schema";
import { asked } from "../../../_components/asked";
import { RevocationHead } from "../../_components/revocation-head";
import { revokeAction } from "../../actions";

export const generateMetadata = titled("revocation", "revokeTitle");

export default async function RevokePage({ params }: PageProps<"/revocations/new/[completionId]">) {
  const actor = await requireActor();
  const { completionId } = await asked(completionPath, params);
  const page = await findRevocable(actor, completionId);
  if (!page) notFound();
  const [t, reviews, words] = [
    await getTranslations("revocation"),
    await getTranslations("reviews"),
    await curriculumWords(await getLocale()),
  ];
  const { completion, seen } = page;
  const { enrolment, step } = completion;
  const place = placeName(reviews, words, { roleGroupCode: enrolment.roleGroupCode, step });
  const back = `/trainees/${enrolment.traineeId}/${enrolment.enrolmentId}/${step}`;
  return (
    <>
      <RevocationHead title={t("revokeTitle")} trainee={completion.trainee} step={{ href: back, label: place }} />
      <CompletionFacts completion={completion} place={place} />
      <section className="sec">
        <SectionHeading>{t("happens")}</SectionHeading>
        <ConsequenceList page={page} words={words} placeOf={(request) => placeName(reviews, words, request)} />
      </section>
      <ReasonForm
        {...{ action: revokeAction, kind: "revoke", step: place, back, onceKey: newId() }}
        fields={{ completionId, seen }}
      />
    </>
  );
}
