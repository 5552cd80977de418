import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { Origin } from "@/lib/work-import/schema";

/** That a record came from an import: by whom, when, out of what. */
export function OriginNote({ origin }: { origin: Origin | null }) {
  const t = useTranslations("workImport.origin");
  const locale = useLocale();
  if (!origin) return null;
  const { recordId, by, importedAt, sourceName, items } = origin;
  const facts = { name: formatName(by, locale), at: formatInstant(importedAt, locale), source: sourceName };
  return (
    <p className="small my-3">
      <Tag>{t("label")}</Tag> {t("text", facts)}{" "}
      <Link href={`/work-import/records/${recordId}`}>{t("items", { count: items })}</Link>
    </p>
  );
}
