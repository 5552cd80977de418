import { Breadcrumb } from "@/components/ui/breadcrumb";
import { useTranslations } from "@/lib/platform/words";

type Props = { here: string; source?: { readonly sourceId: string; readonly mapping: { readonly name: string } } };

/** Where in the import the reader is. */
export function Trail({ here, source }: Props) {
  const t = useTranslations("workImport");
  const between = source ? [{ href: `/work-import/${source.sourceId}`, label: source.mapping.name }] : [];
  const trail = [{ href: "/work-import", label: t("title") }, ...between, { label: here }];
  return <Breadcrumb label={t("where")} trail={trail} />;
}
