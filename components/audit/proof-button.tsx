import { useLocale } from "next-intl";
import { Button } from "@/components/ui/button";
import type { NamedPerson } from "@/lib/domain/audit-entry";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { person: NamedPerson; isOwn?: boolean; className?: string };

/** The proof of what the trail holds about somebody, as a file. */
export function ProofButton({ person, isOwn = false, className = "mb-4" }: Props) {
  const t = useTranslations("audit.proof");
  const locale = useLocale();
  return (
    <form method="post" action="/api/audit/proof" className={className}>
      <input type="hidden" name="personId" value={person.id} />
      <Button type="submit">{isOwn ? t("takeOwn") : t("take", { name: formatName(person, locale) })}</Button>
      <p className="hint">{t("hint")}</p>
    </form>
  );
}
