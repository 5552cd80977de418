import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { CountTable } from "@/components/materials/count-table";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { summariseMaterials } from "@/lib/materials/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";

export const generateMetadata = titled("materials", "title");

export default async function MaterialsPage() {
  const counts = await summariseMaterials(await requireActor());
  if (!counts) notFound();
  const [t, words] = await Promise.all([getTranslations("materials"), curriculumWords(await getLocale())]);
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} />
      <p className="lead">{t("lead")}</p>
      <CountTable counts={counts} words={words} />
    </>
  );
}
