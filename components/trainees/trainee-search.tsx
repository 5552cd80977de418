import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";

/** A search in the address: works without JavaScript, can be kept as a bookmark. */
export function TraineeSearch({ q }: { q: string | null }) {
  const t = useTranslations("trainees");
  return (
    <search aria-label={t("searchLabel")}>
      <form method="get" action="/trainees" className="mb-4 flex flex-wrap items-end gap-3">
        <TextField
          name="q"
          label={t("searchLabel")}
          unmarked
          className="w-80 max-w-full"
          defaultValue={q ?? ""}
          input={{ type: "search" }}
        />
        <Button type="submit">{t("search")}</Button>
        {q !== null && <Link href="/trainees">{t("clear")}</Link>}
      </form>
    </search>
  );
}
