import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { listReaches } from "@/lib/local-curriculum/queries";
import { getTranslations } from "@/lib/platform/words";

type Place = { roleGroupCode: RoleGroupCode | null; step: number | null };

/** The words of a place, and for whom the reader may change it; not found for who may not at all. */
export async function findPlace(actor: Actor, at: Place) {
  const reaches = await listReaches(actor);
  if (!reaches || (!reaches.organisation && reaches.teams.length === 0)) notFound();
  const [reviews, words] = await Promise.all([getTranslations("reviews"), curriculumWords(await getLocale())]);
  return { reaches, words, place: placeName(reviews, words, at) };
}
