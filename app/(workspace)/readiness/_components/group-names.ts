import "server-only";
import { getLocale } from "next-intl/server";
import type { GroupNames } from "@/components/readiness/readiness-words";
import { curriculumWords } from "@/lib/curriculum/queries";

/** Role-group names in the reader's language, from the curriculum's words. */
export async function groupNames(): Promise<GroupNames> {
  const words = await curriculumWords(await getLocale());
  return { full: (code) => words.roleGroup(code).name, short: (code) => words.roleGroup(code).shortName };
}
