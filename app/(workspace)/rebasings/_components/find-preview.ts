import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { previewRebasing } from "@/lib/rebasing/queries";

/** What would change for each of the chosen, with their names and places. */
export async function findPreview(actor: Actor, chosen: readonly string[]) {
  const preview = await previewRebasing(actor, chosen, now());
  if (!preview) notFound();
  const locale = await getLocale();
  const [reviews, words] = await Promise.all([getTranslations("reviews"), curriculumWords(locale)]);
  const people = preview.rebasable.map(({ training, effect }) => {
    const step = effect?.step ?? null;
    return {
      id: training.ref.enrolmentId,
      name: formatName(training.trainee, locale),
      place: placeName(reviews, words, { roleGroupCode: training.ref.roleGroupCode, step }),
      openedOn: training.opened.find((each) => each.step === step)?.openedOn ?? null,
      effect,
    };
  });
  return { people, digest: preview.digest, words };
}
export type Preview = Awaited<ReturnType<typeof findPreview>>;
