import { getLocale } from "next-intl/server";
import { OpenPoints } from "@/components/curriculum/open-points";
import { RoleGroupTable, RoleMap, StepTable } from "@/components/curriculum/overview-tables";
import { ReadingFrame } from "@/components/curriculum/reading-frame";
import { SourceFoot } from "@/components/curriculum/source-foot";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords, latestEdition } from "@/lib/curriculum/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";

export const generateMetadata = titled("curriculum", "title");

export default async function CurriculumPage() {
  await requireActor();
  const t = await getTranslations("curriculum");
  const [curriculum, words] = await Promise.all([latestEdition(), curriculumWords(await getLocale())]);
  const sections = [
    { id: "groups", label: t("sections.groups") },
    { id: "steps", label: t("sections.stepTable") },
    { id: "roles", label: t("sections.roles") },
    { id: "open", label: t("sections.open") },
  ];
  return (
    <ReadingFrame words={words} current="overview" sections={sections}>
      <PageHead title={<span className="big">{t("title")}</span>} />
      <p className="lead to-read">{t("lead")}</p>
      <RoleGroupTable words={words} curriculum={curriculum} />
      <StepTable words={words} />
      <RoleMap words={words} />
      <OpenPoints />
      <SourceFoot section="1–5" />
    </ReadingFrame>
  );
}
