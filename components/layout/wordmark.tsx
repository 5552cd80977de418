import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

/** Text only; the square is the mark of what is verified. */
export function Wordmark() {
  const t = useTranslations("shell");
  return (
    <Link href="/" className="mark" aria-label={t("home")}>
      {t("wordmark")}
    </Link>
  );
}
