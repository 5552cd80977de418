import { useLocale } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { keepsBothVerdicts, type WorkMapping } from "@/lib/domain/work-source";
import { formatFacts } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  source: {
    readonly sourceId: string;
    readonly mapping: WorkMapping;
    readonly team: { readonly nameJa: string; readonly nameEn: string };
    readonly analysts: readonly unknown[];
  };
};

/** Which source this is, and what its files cannot say. */
export function SourceHead({ source: { sourceId, mapping, team, analysts } }: Props) {
  const t = useTranslations("workImport");
  const locale = useLocale();
  const name = locale === "ja" ? team.nameJa : team.nameEn;
  const isSingle = mapping.kind === "alertJudgements" && !keepsBothVerdicts(mapping);
  return (
    <>
      <PageHead
        title={mapping.name}
        sub={formatFacts([t(`kinds.${mapping.kind}`), name], locale)}
        actions={
          <>
            <LinkButton href={`/work-import/${sourceId}/analysts`}>{t("source.analysts")}</LinkButton>
            <LinkButton href={`/work-import/${sourceId}/edit`}>{t("source.edit")}</LinkButton>
          </>
        }
      />
      {isSingle && <p className="mt-2">{t(mapping.columns.verdict === null ? "source.none" : "source.single")}</p>}
      {analysts.length === 0 && <p className="small mt-2">{t("source.noAnalysts")}</p>}
    </>
  );
}
