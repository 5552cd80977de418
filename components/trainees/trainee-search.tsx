import { SearchLine } from "@/components/manager/search-line";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";

/** A search in the address: works without JavaScript, can be kept as a bookmark. */
export function TraineeSearch({ q }: { q: string | null }) {
  const t = useTranslations("trainees");
  const clear = q !== null && <Link href="/trainees">{t("clear")}</Link>;
  return <SearchLine label={t("searchLabel")} find={t("search")} q={q} clear={clear} />;
}
