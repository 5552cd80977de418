import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";

/** Text only; the square is the mark of what is verified. */
export function Wordmark() {
  const t = useTranslations("shell");
  return (
    <Link href="/" className="mark" aria-label={t("home")}>
      {t("wordmark")}
    </Link>
  );
}
