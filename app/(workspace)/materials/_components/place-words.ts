import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { getTranslations } from "@/lib/platform/words";

/** SOC/監視 STEP1, and the words of the curriculum. */
export async function placeWords(roleGroupCode: RoleGroupCode | null, step: number) {
  const [reviews, words] = await Promise.all([getTranslations("reviews"), curriculumWords(await getLocale())]);
  return { words, place: placeName(reviews, words, { roleGroupCode, step }) };
}
