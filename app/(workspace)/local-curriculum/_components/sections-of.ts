import type { SectionNode } from "@/components/local-curriculum/section-list";
import { organisationEdition } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { Section } from "@/lib/domain/local-curriculum";

/** The sections of a STEP as they stand for the whole organisation. */
export async function sectionsOf(
  group: RoleGroupCode | null,
  number: number,
): Promise<readonly { section: Section; nodes: readonly SectionNode[] }[]> {
  const { structure, roleGroup, stepsOf } = await organisationEdition();
  if (group === null) return [{ section: "topic", nodes: structure.basicEducation }];
  if (number === 0) return [{ section: "topic", nodes: roleGroup(group).commonEducation }];
  const step = stepsOf(group).find((each) => each.step === number);
  if (!step) return [];
  return [
    { section: "criterion", nodes: step.criteria.map(({ code }) => ({ code, children: [] })) },
    { section: "task", nodes: step.tasks },
    { section: "goal", nodes: step.goals },
    { section: "reference", nodes: step.references },
  ];
}
