import { SectionList } from "@/components/local-curriculum/section-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { stepPlace } from "@/lib/local-curriculum/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { findPlace } from "../_components/find-place";
import { sectionsOf } from "../_components/sections-of";

export const generateMetadata = titled("localCurriculum", "title");

export default async function LocalStepPage({ searchParams }: PageProps<"/local-curriculum/step">) {
  const actor = await requireActor();
  const { group: roleGroupCode, step } = await asked(stepPlace, searchParams);
  const { words, place } = await findPlace(actor, { roleGroupCode, step });
  const t = await getTranslations("localCurriculum");
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/local-curriculum", label: t("title") }, { label: place }]} />
      <PageHead title={place} sub={t("stepSub")} />
      {(await sectionsOf(roleGroupCode, step)).map((section) => (
        <SectionList key={section.section} {...section} words={words} place={{ roleGroupCode, step }} />
      ))}
    </>
  );
}
