import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { ContentRefused, type Fault, wordFault } from "@/lib/content/faults";
import {
  basicEducationFile,
  caseDrillsFile,
  roleGroupFile,
  rolesFile,
  stepFile,
  stepsFile,
} from "@/lib/content/file-shapes";
import { type ContentFiles, readFiles } from "@/lib/content/files";
import { policyFile } from "@/lib/content/policy-shape";
import { checkTogether, contentOf } from "@/lib/content/read";
import type { Content } from "@/lib/content/schema";
import { parseSource, type SourceFile } from "@/lib/content/source-file";

const FOLDER = "content";
let read: ContentFiles | undefined;

/** The product's own files, read once. */
const ownFiles = () => {
  read ??= readFiles(FOLDER);
  return read;
};

/** One passage of one file put differently. */
export type Edit = readonly [file: string, from: string | RegExp, to: string];

export const textOf = (file: string) => readFileSync(join(FOLDER, file), "utf8");

function edited([file, from, to]: Edit): string {
  const before = textOf(file);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  return after;
}

function withFile(edit: Edit): ContentFiles {
  const [file] = edit;
  const text = edited(edit);
  const faults: Fault[] = [];
  const again = <S extends z.ZodType>(old: SourceFile<z.infer<S>>, schema: S): SourceFile<z.infer<S>> =>
    (old.file === file ? parseSource(text, file, schema, faults) : null) ?? old;
  const files = ownFiles();
  const changed = {
    ...files,
    basicEducation: again(files.basicEducation, basicEducationFile),
    steps: again(files.steps, stepsFile),
    roles: again(files.roles, rolesFile),
    caseDrills: again(files.caseDrills, caseDrillsFile),
    policy: again(files.policy, policyFile),
    roleGroups: files.roleGroups.map(({ code, group, steps }) => ({
      code,
      group: again(group, roleGroupFile),
      steps: steps.map((step) => again(step, stepFile)),
    })),
  };
  if (faults.length > 0) throw new ContentRefused(faults);
  return changed;
}

/** What is said about the product's content with one edit: `file:line  reason`, or nothing where it is accepted. */
export function saidOf(...edit: Edit): string[] {
  try {
    return checkTogether(withFile(edit)).map(wordFault);
  } catch (error) {
    if (error instanceof ContentRefused) return error.faults.map(wordFault);
    throw error;
  }
}

/** The product's content, with one edit or as it is. */
export const contentWith = (...edit: Edit): Content => contentOf(withFile(edit));
export const ownContent = (): Content => contentOf(ownFiles());
