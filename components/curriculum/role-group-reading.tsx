import { Legend } from "@/components/ui/legend";
import { Mark } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupStructure } from "@/lib/domain/curriculum";
import type { PolicyValues } from "@/lib/domain/policy";
import { topicsToLearn } from "@/lib/domain/step";
import type { Materials } from "@/lib/materials/schema";
import { useTranslations } from "@/lib/platform/words";
import { CaseGrid } from "./case-grid";
import { Duties } from "./duties";
import { type Exempted, ExemptedItems } from "./exempted-items";
import type { OwnProgress } from "./own-progress";
import { ReadingFrame } from "./reading-frame";
import { RoleGroupHead } from "./role-group-head";
import { SourceFoot } from "./source-foot";
import { StepColumns } from "./step-columns";
import { Topics } from "./topics";

type Props = {
  group: RoleGroupStructure;
  words: CurriculumWords;
  policy: PolicyValues;
  own: OwnProgress | null;
  materials: Materials;
  /** What the organisation left out of the source, with its reason; of every role group. */
  exempted: readonly Exempted[];
};

const hasDrill = ({ steps }: RoleGroupStructure) =>
  steps.some(({ criteria }) => criteria.some(({ rule }) => rule.kind === "caseDrill"));

/** One role group to read, from its duties to its criteria. */
export function RoleGroupReading(props: Props) {
  const { group, words, own, materials, exempted } = props;
  const t = useTranslations("curriculum");
  const said = words.roleGroup(group.code);
  const drills = hasDrill(group);
  const sections = [
    { id: "duties", label: t("sections.duties") },
    { id: "common", label: t("sections.common", { count: topicsToLearn(group.commonEducation).length }) },
    { id: "steps", label: t("sections.steps") },
    ...(drills ? [{ id: "cases", label: t("sections.cases") }] : []),
  ];
  return (
    <ReadingFrame words={words} current={group.code} sections={sections}>
      <RoleGroupHead group={said} words={words} own={own} />
      <Duties group={said} words={words} />
      <Topics
        id="common"
        title={t("sections.commonTitle")}
        note={t("commonNote")}
        topics={group.commonEducation}
        words={words}
        materials={materials}
      />
      <section className="sec">
        <SectionHeading id="steps" end={own && <OwnLegend />}>
          {t("sections.steps")}
        </SectionHeading>
        <StepColumns {...props} />
      </section>
      <ExemptedItems
        items={exempted.filter(({ itemCode }) => itemCode.startsWith(`g${group.number}.`))}
        words={words}
      />
      {drills && <CaseGrid words={words} own={own} />}
      <SourceFoot section={said.source} />
    </ReadingFrame>
  );
}

function OwnLegend() {
  const t = useTranslations("curriculum.own");
  return (
    <Legend
      entries={[
        { mark: <Mark kind="verified" />, word: t("met") },
        { mark: <Mark kind="open" />, word: t("notMet") },
      ]}
    />
  );
}
