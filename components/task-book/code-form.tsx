import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Note } from "@/components/ui/note";
import { useTranslations } from "@/lib/platform/words";

/** From a task book on paper to its criterion: `found` is its title, null where the code belongs to none that is open. */
export function CodeForm({ code, found }: { code: string; found: string | null }) {
  const t = useTranslations("taskBook.code");
  return (
    <>
      {code !== "" && (
        <div role="status">
          <Note tone={found === null ? "wait" : "ok"}>
            {found === null ? t("unknown", { code }) : t("found", { title: found })}
          </Note>
        </div>
      )}
      <Disclosure summary={t("summary")}>
        <search aria-label={t("summary")}>
          <form method="get" action="/my-training/records/new" className="mb-3 flex flex-wrap items-end gap-3">
            <TextField name="code" label={t("label")} defaultValue={code} max={20} size="short" unmarked />
            <Button type="submit">{t("choose")}</Button>
          </form>
        </search>
      </Disclosure>
    </>
  );
}
