import "server-only";
import { join } from "node:path";
import type { z } from "zod";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { ContentRefused, type Fault } from "./faults";
import {
  basicEducationFile,
  caseDrillsFile,
  glossaryFile,
  type RoleGroupFile,
  roleGroupFile,
  rolesFile,
  type StepFile,
  stepFile,
  stepsFile,
} from "./file-shapes";
import { policyFile } from "./policy-shape";
import { readSource, type SourceFile } from "./source-file";

export type RoleGroupFiles = {
  readonly code: RoleGroupCode;
  readonly group: SourceFile<RoleGroupFile>;
  readonly steps: readonly SourceFile<StepFile>[];
};

/** Every content file that the product is made of, each checked by itself. */
export type ContentFiles = ReturnType<typeof readFiles>;

/** @throws ContentRefused with every fault of every file. */
export function readFiles(folder: string) {
  const faults: Fault[] = [];
  const read = <S extends z.ZodType>(file: string, schema: S) => readSource(folder, file, schema, faults);
  const roleGroups = ROLE_GROUP_CODES.map((code) => ({
    code,
    group: read(join("curriculum/role-groups", code, "role-group.yaml"), roleGroupFile),
    steps: [1, 2, 3].map((step) => read(join("curriculum/role-groups", code, `step-${step}.yaml`), stepFile)),
  }));
  const files = {
    basicEducation: read("curriculum/basic-education.yaml", basicEducationFile),
    steps: read("curriculum/steps.yaml", stepsFile),
    roles: read("curriculum/roles.yaml", rolesFile),
    caseDrills: read("curriculum/case-drills.yaml", caseDrillsFile),
    policy: read("policy.yaml", policyFile),
    glossary: read("glossary.yaml", glossaryFile),
  };
  const { basicEducation, steps, roles, caseDrills, policy, glossary } = files;
  if (!basicEducation || !steps || !roles || !caseDrills || !policy || !glossary) throw new ContentRefused(faults);
  if (faults.length > 0) throw new ContentRefused(faults);
  return { basicEducation, steps, roles, caseDrills, policy, glossary, roleGroups: roleGroups.map(complete) };
}

type MaybeRead = { code: RoleGroupCode; group: RoleGroupFiles["group"] | null; steps: (SourceFile<StepFile> | null)[] };

function complete({ code, group, steps }: MaybeRead): RoleGroupFiles {
  if (!group) throw new ContentRefused([]);
  return { code, group, steps: steps.filter((step) => step !== null) };
}
