import { useLocale } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { personId?: string; person?: { name: string; latinName: string }; last?: string };

/** People › the person › what is being done. */
export function PersonTrail({ personId, person, last }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  const name = person && formatName(person, locale);
  const trail = [
    { href: "/people", label: t("title") },
    ...(name === undefined ? [] : [{ label: name, ...(last !== undefined && { href: `/people/${personId}` }) }]),
    ...(last === undefined ? [] : [{ label: last }]),
  ];
  return <Breadcrumb label={t("where")} trail={trail} />;
}
