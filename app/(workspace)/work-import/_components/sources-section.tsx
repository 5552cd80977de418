import type { ComponentProps, ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeading } from "@/components/ui/section-heading";
import { SourceTable } from "@/components/work-import/source-table";
import { useTranslations } from "@/lib/platform/words";

type Props = ComponentProps<typeof SourceTable> & { add: ReactNode };

/** The sources that are kept, or how to begin. */
export function SourcesSection({ sources, add }: Props) {
  const t = useTranslations("workImport.sources");
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      {sources.length === 0 ? (
        <EmptyState title={t("emptyTitle")} action={add}>
          {t("empty")}
        </EmptyState>
      ) : (
        <SourceTable sources={sources} />
      )}
    </section>
  );
}
