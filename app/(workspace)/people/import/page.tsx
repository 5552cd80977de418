import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { SectionHeading } from "@/components/ui/section-heading";
import { importsOf } from "@/lib/domain/csv-import";
import { requireActor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("import"))("title") });

export default async function ImportPage() {
  const kinds = importsOf(await requireActor());
  if (kinds.length === 0) notFound();
  const t = await getTranslations("import");
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/people", label: t("people") }, { label: t("title") }]} />
      <PageHead title={t("title")} />
      <p className="lead">{t("lead")}</p>
      <p className="mt-2">{t("order")}</p>
      {kinds.map((kind) => (
        <section key={kind} className="sec">
          <SectionHeading>{t(`kinds.${kind}`)}</SectionHeading>
          <p className="mt-2">{t(`about.${kind}`)}</p>
          <p className="mt-2">
            <LinkButton href={`/people/import/${kind}`}>{t(`open.${kind}`)}</LinkButton>
          </p>
        </section>
      ))}
    </>
  );
}
