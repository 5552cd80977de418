import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { PRESETS, WORK_PRESETS, type WorkPreset } from "@/lib/domain/work-presets";
import { keepsBothVerdicts } from "@/lib/domain/work-source";
import { useTranslations } from "@/lib/platform/words";

/** Systems whose columns are known, each with what cannot be read from its files. */
export function PresetList() {
  const t = useTranslations("workImport");
  return (
    <>
      <p className="lead">{t("new.chooseLead")}</p>
      {WORK_PRESETS.map((preset) => (
        <section key={preset} className="sec">
          <SectionHeading>
            {t(`presets.${preset}.name`)} <Tag>{t(`kinds.${PRESETS[preset].kind}`)}</Tag>
          </SectionHeading>
          <p className="mt-2">{t(`presets.${preset}.note`)}</p>
          <Caveats preset={preset} />
          <p className="mt-2">
            <LinkButton href={`/work-import/new?preset=${preset}`}>{t("new.start")}</LinkButton>
          </p>
        </section>
      ))}
    </>
  );
}

export function Caveats({ preset }: { preset: WorkPreset }) {
  const t = useTranslations("workImport.new");
  const known = PRESETS[preset];
  const isSingle = known.kind === "alertJudgements" && !keepsBothVerdicts(known);
  return (
    <>
      {!known.isSure && <p className="small mt-2">{t("unsure")}</p>}
      {isSingle && <p className="small mt-2">{t("single")}</p>}
      {known.timeZone === null && known.system !== "CSV" && <p className="small mt-2">{t("zone")}</p>}
    </>
  );
}
