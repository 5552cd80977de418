import { HeatTable } from "@/components/chart/heat-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { LEVELS, type ReadinessLevel, type RoleGroupReadiness, type TeamReadiness } from "@/lib/domain/readiness";
import { type GroupNames, type ReadinessWords, readinessWords } from "./readiness-words";

export type Href = (group: RoleGroupReadiness, level: ReadinessLevel) => string;
type Props = { readiness: TeamReadiness; names: GroupNames; hrefOf?: Href; basicHref?: string };

/** Role groups by proficiency; a number leads to its names where the page is one team's. */
export async function ProficiencyMap({ readiness, names, hrefOf, basicHref }: Props) {
  const words = await readinessWords();
  const { t } = words;
  const { open, completed } = readiness.basicEducation;
  return (
    <section className="sec">
      <SectionHeading {...(hrefOf && { note: t("heatNote") })}>{t("heat")}</SectionHeading>
      <HeatTable
        caption={t("heatCaption")}
        rowsWord={t("roleGroup")}
        columns={LEVELS.map((level) => t(`level.${level}`))}
        remarks={[t("inCommon"), t("absence")]}
        rows={readiness.roleGroups.map((group) => row(group, names, words, hrefOf))}
      />
      <p className="small sub basic-line">
        <b>{t("basic")}</b>{" "}
        {basicHref ? <a href={basicHref}>{t("basicOpen", { count: open })}</a> : t("basicOpen", { count: open })}
        <span>{t("basicCompleted", { count: completed })}</span>
      </p>
    </section>
  );
}

const row = (group: RoleGroupReadiness, names: GroupNames, { t }: ReadinessWords, hrefOf: Href | undefined) => ({
  key: group.roleGroupCode,
  name: names.full(group.roleGroupCode),
  cells: LEVELS.map((level) => ({
    have: group.people[level],
    label: t("cell", {
      group: names.full(group.roleGroupCode),
      level: t(`level.${level}`),
      count: group.people[level],
    }),
    ...(hrefOf && group.people[level] > 0 && { href: hrefOf(group, level) }),
  })),
  remarks: [t("peopleCount", { count: group.inCommonEducation }), t(`absences.${group.absence}`)],
});
