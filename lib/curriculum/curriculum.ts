import type { EditionStructure, RoleGroupCode, StepStructure, TaskNode, Track } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { criteriaFor, topicsToLearn } from "@/lib/domain/step";
import type { Curriculum, PlacedCriterion } from "./schema";

/** Makes an edition's structure easy to look up in. */
export function curriculumOf({ id, digest, structure }: EditionRow): Curriculum {
  const groups = new Map(structure.roleGroups.map((group) => [group.code, group]));
  const criteria = new Map(placedCriteria(structure).map((criterion) => [criterion.code, criterion]));
  const roleGroup = (code: RoleGroupCode) => {
    const found = groups.get(code);
    if (!found) throw new Error(`Edition ${id} has no role group ${code}`);
    return found;
  };
  const stepOf = (code: RoleGroupCode | null, step: StepNumber): StepStructure | undefined =>
    code === null ? undefined : roleGroup(code).steps.find((each) => each.step === step);
  return {
    editionId: id,
    digest,
    structure,
    roleGroup,
    stepsOf: (code) => roleGroup(code).steps,
    criterion: (code) => criteria.get(code) ?? null,
    criteriaOf: (code, step, tracks) => criteriaFor({ criteria: stepOf(code, step)?.criteria ?? [] }, tracks),
    topicsOf: (code) => topicsToLearn(code === null ? structure.basicEducation : roleGroup(code).commonEducation),
    tasksOf: (code, step, tracks) => leafTasks(stepOf(code, step)?.tasks ?? [], tracks),
  };
}

export type EditionRow = { readonly id: string; readonly digest: string; readonly structure: EditionStructure };

const placedCriteria = ({ roleGroups }: EditionStructure): PlacedCriterion[] =>
  roleGroups.flatMap(({ code, steps }) =>
    steps.flatMap(({ step, criteria }) => criteria.map((criterion) => ({ ...criterion, roleGroup: code, step }))),
  );

const covered = (tracks: readonly Track[]) => (node: Pick<TaskNode, "track">) =>
  node.track === undefined || tracks.includes(node.track);

const leafTasks = (tasks: readonly TaskNode[], tracks: readonly Track[]): string[] =>
  tasks
    .filter(covered(tracks))
    .flatMap(({ code, children }) => (children.length > 0 ? leafTasks(children, tracks) : [code]));
