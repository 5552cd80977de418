import { getLocale } from "next-intl/server";
import { ReadingFrame } from "@/components/curriculum/reading-frame";
import { SourceFoot } from "@/components/curriculum/source-foot";
import { Topics } from "@/components/curriculum/topics";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords, editionAsked } from "@/lib/curriculum/queries";
import { readerOf } from "@/lib/curriculum/schema";
import { findMaterials } from "@/lib/materials/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";

export const generateMetadata = titled("curriculum", "basicEducation");

export default async function BasicEducationPage({ searchParams }: PageProps<"/curriculum/basic-education">) {
  await requireActor();
  const { team } = readerOf.parse(await searchParams);
  const [t, ui] = await Promise.all([getTranslations("curriculum"), getTranslations("ui")]);
  const [curriculum, words, materials] = await Promise.all([
    editionAsked(team),
    curriculumWords(await getLocale()),
    findMaterials(null),
  ]);
  return (
    <ReadingFrame words={words} current="basicEducation">
      <Breadcrumb
        label={ui("breadcrumb")}
        trail={[{ href: "/curriculum", label: t("title") }, { label: t("step", { step: 0 }) }]}
      />
      <PageHead title={<span className="big">{t("basicEducation")}</span>} />
      <p className="lead phrase">{words.all.basicIntro}</p>
      <Topics
        id="topics"
        title={t("basicEducation")}
        topics={curriculum.structure.basicEducation}
        words={words}
        materials={materials}
      />
      <SourceFoot section="3" />
    </ReadingFrame>
  );
}
