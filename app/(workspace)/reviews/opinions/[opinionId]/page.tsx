import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { OpinionDesk } from "@/components/mentoring/opinion-desk";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { unjudged } from "@/lib/domain/second-opinion";
import { findJudgement } from "@/lib/judgement/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findOpinion } from "@/lib/second-opinion/queries";
import { opinionPath } from "@/lib/second-opinion/schema";
import { asked } from "../../../_components/asked";
import { DoneToast } from "../../../_components/done-toast";
import { declineOpinionAction, giveOpinionAction } from "../../opinion-actions";

export const generateMetadata = titled("mentoring.opinion", "title");

export default async function OpinionPage({ params, searchParams }: PageProps<"/reviews/opinions/[opinionId]">) {
  const actor = await requireActor();
  const { opinionId } = await asked(opinionPath, params);
  const opinion = await findOpinion(actor, opinionId);
  const judgement = opinion && (await findJudgement(actor, opinion, now()));
  if (!opinion || !judgement) notFound();
  const [locale, t] = [await getLocale(), await getTranslations("mentoring.opinion")];
  const words = await curriculumWords(locale);
  const isOpen = opinion.givenAt === null && opinion.declined === null;
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <Breadcrumb
        label={t("page")}
        trail={[
          { href: "/reviews", label: (await getTranslations("reviews"))("title") },
          { href: `/trainees/${opinion.trainee.id}`, label: formatName(opinion.trainee, locale) },
          { label: t("title") },
        ]}
      />
      <PageHead title={words.title(opinion.criterionCode)} sub={t("title")} />
      <OpinionDesk
        opinion={opinion}
        judgement={{ ...judgement, checkpoints: unjudged(judgement.checkpoints) }}
        words={words}
        isAsked={isOpen && opinion.askedOf.id === actor.id && judgement.quality !== null}
        actions={{ give: giveOpinionAction, decline: declineOpinionAction }}
      />
    </>
  );
}
