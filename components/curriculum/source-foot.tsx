import { useTranslations } from "@/lib/platform/words";

/** Which part of the source a page words. */
export function SourceFoot({ section }: { section: string }) {
  const t = useTranslations("curriculum");
  return <p className="small faint src">{t("foot", { source: t("source"), section })}</p>;
}
