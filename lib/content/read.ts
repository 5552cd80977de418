import "server-only";
import { digestOf } from "@/lib/platform/digest";
import { checkCodes } from "./check-codes";
import { checkPlaces } from "./check-places";
import { checkPolicy } from "./check-policy";
import { checkRules } from "./check-rules";
import { ContentRefused, type Fault } from "./faults";
import { type ContentFiles, readFiles } from "./files";
import type { Content } from "./schema";
import { structureOf } from "./structure";
import { wordingOf } from "./wording";

/**
 * Reads everything below `content/`, whole or not at all.
 * @throws ContentRefused naming file, line and reason of every fault.
 */
export function readContent(folder: string): Content {
  const files = readFiles(folder);
  const faults = checkTogether(files);
  if (faults.length > 0) throw new ContentRefused(faults);
  return contentOf(files);
}

/** What is wrong with files that are each right by themselves. */
export const checkTogether = (files: ContentFiles): Fault[] => [
  ...checkPlaces(files),
  ...checkCodes(files),
  ...checkPolicy(files),
  ...checkRules(files),
];

/** Files that agree, put together. */
export function contentOf(files: ContentFiles): Content {
  const structure = structureOf(files);
  const words = wordingOf(files);
  return { structure, structureDigest: digestOf(structure), words, wordsDigest: digestOf(words) };
}
