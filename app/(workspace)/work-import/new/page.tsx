import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { PresetList } from "@/components/work-import/preset-list";
import { WORK_PRESETS } from "@/lib/domain/work-presets";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listWorkTeams } from "@/lib/work-source/queries";
import { Trail } from "../_components/trail";
import { NewSource } from "./_components/new-source";

export const generateMetadata = titled("workImport", "title");

export default async function NewSourcePage({ searchParams }: PageProps<"/work-import/new">) {
  const teams = await listWorkTeams(await requireActor());
  if (teams.length === 0) notFound();
  const { preset: asked } = await searchParams;
  const preset = WORK_PRESETS.find((each) => each === asked);
  const t = await getTranslations("workImport");
  return (
    <>
      <Trail here={t("new.title")} />
      <PageHead title={t(preset ? "new.title" : "new.choose")} />
      {preset ? <NewSource preset={preset} teams={teams} /> : <PresetList />}
    </>
  );
}
