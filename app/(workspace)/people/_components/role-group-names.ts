import { curriculumWords } from "@/lib/curriculum/queries";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import type { Locale } from "@/lib/platform/format";

export async function roleGroupNames(locale: Locale): Promise<Readonly<Record<RoleGroupCode, string>>> {
  const words = await curriculumWords(locale);
  const named = ROLE_GROUP_CODES.map((code) => [code, words.roleGroup(code).name]);
  return Object.fromEntries(named) as Record<RoleGroupCode, string>;
}
