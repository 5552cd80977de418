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
  const most = Math.max(...readiness.roleGroups.flatMap(({ people }) => LEVELS.map((level) => people[level])));
  return (
    <section className="sec">
      <SectionHeading {...(base && { note: t("heatNote") })}>{t("heat")}</SectionHeading>
      <HeatTable
        caption={t("heatCaption")}
        rowsWord={t("roleGroup")}
        columns={LEVELS.map((level) => t(`level.${level}`))}
        remarks={[t("inCommon"), t("absence")]}
        rows={readiness.roleGroups.map((group) => row(group, { names, words, base, most }))}
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

const SHADES = 5;
/** One person more is one step darker; where there are more people than steps, each step is a share of the most. */
const shadeOf = (have: number, most: number) => (most <= SHADES ? have : Math.ceil((have * SHADES) / most));

type RowProps = { names: GroupNames; words: ReadinessWords; base: string | undefined; most: number };

const row = (group: RoleGroupReadiness, { names, words: { t }, base, most }: RowProps) => ({
  key: group.roleGroupCode,
  name: names.full(group.roleGroupCode),
  cells: LEVELS.map((level) => ({
    have: group.people[level],
    shade: shadeOf(group.people[level], most),
    label: t("cell", {
      group: names.full(group.roleGroupCode),
      level: t(`level.${level}`),
      count: group.people[level],
    }),
    ...(base && group.people[level] > 0 && { href: `${base}?roleGroup=${group.roleGroupCode}&level=${level}` }),
  })),
  remarks: [t("peopleCount", { count: group.inCommonEducation }), t(`absences.${group.absence}`)],
});
