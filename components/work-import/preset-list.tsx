import { type LedgerColumn, LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { PRESETS, WORK_PRESETS, type WorkPreset } from "@/lib/domain/work-presets";
import { keepsBothVerdicts } from "@/lib/domain/work-source";
import { useTranslations } from "@/lib/platform/words";

/** Systems whose columns are known, each with what cannot be read from its files. */
export function PresetList() {
  const t = useTranslations("workImport");
  const columns: LedgerColumn<WorkPreset>[] = [
    {
      id: "name",
      head: t("new.system"),
      isRowHead: true,
      cell: (preset) => <Link href={`/work-import/new?preset=${preset}`}>{t(`presets.${preset}.name`)}</Link>,
    },
    { id: "kind", head: t("sources.kind"), className: "nw", cell: (preset) => t(`kinds.${PRESETS[preset].kind}`) },
    { id: "note", head: <>{t("new.file")}</>, cell: (preset) => <Note preset={preset} /> },
  ];
  return (
    <>
      <p className="lead">{t("new.chooseLead")}</p>
      <LedgerTable caption={t("new.choose")} ruled rows={WORK_PRESETS} rowKey={(preset) => preset} columns={columns} />
    </>
  );
}

function Note({ preset }: { preset: WorkPreset }) {
  const t = useTranslations("workImport");
  return (
    <>
      <p>{t(`presets.${preset}.note`)}</p>
      <Caveats preset={preset} />
    </>
  );
}

export function Caveats({ preset }: { preset: WorkPreset }) {
  const t = useTranslations("workImport.new");
  const known = PRESETS[preset];
  const isSingle = known.kind === "alertJudgements" && !keepsBothVerdicts(known);
  return (
    <>
      {!known.isSure && <p className="small sub">{t("unsure")}</p>}
      {isSingle && <p className="small sub">{t("single")}</p>}
      {known.timeZone === null && known.system !== "CSV" && <p className="small sub">{t("zone")}</p>}
    </>
  );
}
