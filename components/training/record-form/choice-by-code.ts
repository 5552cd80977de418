import { readShortCode, shortCodeOf } from "@/lib/domain/short-code";
import type { ClaimChoice } from "../claim-choices";

/** The criterion whose code stands in a task book on paper; undefined where none that can be claimed has it. */
export function choiceByCode(choices: readonly ClaimChoice[], typed: string): ClaimChoice | undefined {
  const code = readShortCode(typed);
  return code === null ? undefined : choices.find(({ criterion }) => shortCodeOf(criterion.code) === code);
}
