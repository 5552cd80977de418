import { notFound } from "next/navigation";
import { ExportForm } from "@/components/audit/export-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { canReadAudit } from "@/lib/domain/access";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";

export const generateMetadata = titled("audit", "exporting.title");

export default async function ExportPage() {
  if (!canReadAudit(await requireActor())) notFound();
  const t = await getTranslations("audit");
  return (
    <>
      <Breadcrumb label={t("event.where")} trail={[{ href: "/audit", label: t("title") }, { label: t("export") }]} />
      <PageHead title={t("exporting.title")} sub={t("exporting.sub")} />
      <ExportForm />
    </>
  );
}
