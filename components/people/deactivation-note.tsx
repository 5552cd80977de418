import { useLocale } from "next-intl";
import { Message } from "@/components/ui/message";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Deactivation = {
  readonly reason: string;
  readonly at: string;
  readonly by: { readonly name: string; readonly latinName: string } | null;
};

export function DeactivationNote({ deactivation }: { deactivation: Deactivation }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { at, by, reason } = deactivation;
  const day = formatInstant(new Date(at), locale);
  if (by === null) return <Message tone="wait" title={t("standing.sinceLastDay", { day })} />;
  const words = { day, by: formatName(by, locale) };
  return <Message tone="wait" title={t("standing.since", words)} why={t("standing.why", { reason })} />;
}
