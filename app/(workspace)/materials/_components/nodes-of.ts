import { widestEdition } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";

/** What own materials can be attached to, local items of any team among them: topics of an education, learning tasks of a STEP. */
export async function nodesOf(group: RoleGroupCode | null, step: number) {
  const { structure, roleGroup, stepsOf } = await widestEdition();
  if (group === null) return structure.basicEducation;
  if (step === 0) return roleGroup(group).commonEducation;
  return stepsOf(group).find((each) => each.step === step)?.tasks ?? [];
}
