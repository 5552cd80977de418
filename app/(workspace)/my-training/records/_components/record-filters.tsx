import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import { RECORD_KINDS } from "@/lib/domain/rule";
import { useTranslations } from "@/lib/platform/words";
import { RECORD_STATES, type RecordFilter } from "@/lib/records/schema";
import { recordsHref } from "./records-href";

/** States as tabs, kind and search as a form; all of it in the address. */
export function RecordFilters({ filter }: { filter: RecordFilter }) {
  const t = useTranslations("records");
  const m = useTranslations("myRecords.list");
  const tabs = [null, ...RECORD_STATES].map((state) => ({
    href: recordsHref({ ...filter, state }),
    label: state === null ? t("list.standing") : t(`states.${state}`),
    current: filter.state === state,
  }));
  return (
    <>
      <search aria-label={t("list.filter")}>
        <form method="get" className="mb-3 flex flex-wrap items-end gap-3">
          {filter.state !== null && <HiddenField name="state" value={filter.state} />}
          <SelectField
            name="kind"
            label={t("list.kind")}
            placeholder={t("list.all")}
            defaultValue={filter.kind ?? ""}
            options={RECORD_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            unmarked
          />
          <TextField name="search" label={t("list.search")} defaultValue={filter.search} unmarked />
          <Button type="submit">{t("list.apply")}</Button>
        </form>
      </search>
      <Tabs label={m("states")} tabs={tabs} className="mb-2" />
    </>
  );
}
