import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";

export type Around = {
  readonly previous: string | null;
  readonly next: string | null;
  /** Where the queue goes on after the decision; null for what does not wait in it. */
  readonly place: string | null;
};

/** J and K: the next and the previous of the list. */
export function MoveLinks({ previous, next }: Omit<Around, "place">) {
  const t = useTranslations("reviews.decide");
  if (previous === null && next === null) return null;
  return (
    <span className="keys small sub nw">
      {next !== null && (
        <Link href={next} data-key="j" aria-label={t("next")}>
          <Kbd>J</Kbd>
        </Link>
      )}{" "}
      {previous !== null && (
        <Link href={previous} data-key="k" aria-label={t("previous")}>
          <Kbd>K</Kbd>
        </Link>
      )}{" "}
      {t("keys")}
    </span>
  );
}
