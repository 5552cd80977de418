import { HeatTable } from "@/components/chart/heat-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { LEVELS, type RoleGroupReadiness, type TeamReadiness } from "@/lib/domain/readiness";
import { type GroupNames, type ReadinessWords, readinessWords } from "./readiness-words";

type Props = {
  readiness: TeamReadiness;
  names: GroupNames;
  /** The page of the names behind a number; absent where several teams are counted together. */
  base?: string;
};

/** Role groups by proficiency; a number leads to its names where the page is one team's. */
export async function ProficiencyMap({ readiness, names, base }: Props) {
  const words = await readinessWords();
  const { t } = words;
  return (
    <section className="sec">
      <SectionHeading {...(base && { note: t("heatNote") })}>{t("heat")}</SectionHeading>
      <HeatTable
        caption={t("heatCaption")}
        rowsWord={t("roleGroup")}
        columns={LEVELS.map((level) => t(`level.${level}`))}
        remarks={[t("inCommon"), t("absence")]}
        rows={readiness.roleGroups.map((group) => row(group, names, words, base))}
      />
      <BasicLine {...readiness.basicEducation} words={words} base={base} />
    </section>
  );
}

type BasicProps = TeamReadiness["basicEducation"] & { words: ReadinessWords; base: string | undefined };

function BasicLine({ open, completed, words: { t }, base }: BasicProps) {
  const said = t("basicOpen", { count: open });
  return (
    <p className="small sub basic-line">
      <b>{t("basic")}</b> {base && open > 0 ? <a href={`${base}?roleGroup=basic&level=training`}>{said}</a> : said}
      <span>{t("basicCompleted", { count: completed })}</span>
    </p>
  );
}

const row = (group: RoleGroupReadiness, names: GroupNames, { t }: ReadinessWords, base: string | undefined) => ({
  key: group.roleGroupCode,
  name: names.full(group.roleGroupCode),
  cells: LEVELS.map((level) => ({
    have: group.people[level],
    label: t("cell", {
      group: names.full(group.roleGroupCode),
      level: t(`level.${level}`),
      count: group.people[level],
    }),
    ...(base && group.people[level] > 0 && { href: `${base}?roleGroup=${group.roleGroupCode}&level=${level}` }),
  })),
  remarks: [t("peopleCount", { count: group.inCommonEducation }), t(`absences.${group.absence}`)],
});
