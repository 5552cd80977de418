import { Breadcrumb } from "@/components/ui/breadcrumb";
import { useTranslations } from "@/lib/platform/words";

/** Where in the delivery of notices the reader is. */
export function Trail({ here }: { here: string }) {
  const t = useTranslations("delivery");
  return <Breadcrumb label={t("choices.where")} trail={[{ href: "/delivery", label: t("title") }, { label: here }]} />;
}
