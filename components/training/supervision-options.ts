import type { Judgement } from "@/lib/domain/facts";
import { SUPERVISIONS, type Supervision } from "@/lib/domain/rule";
import type { useTranslations } from "@/lib/platform/words";

export type RecordFormWords = ReturnType<typeof useTranslations<"records.form">>;

/** 1 見学 … 5 他者を指揮 */
export const supervisionOptions = (t: RecordFormWords) =>
  SUPERVISIONS.map((supervision) => ({ value: String(supervision), label: t(`supervisions.${supervision}`) }));

type Judged = { readonly judgement: Judgement; readonly supervision: Supervision | null };

/** 「4 独力」 beside a judgement; plainly so where none was stated, nothing where there was no occasion. */
export function judgedLevel(t: RecordFormWords, { judgement, supervision }: Judged): string | null {
  if (judgement === "noOccasion") return null;
  return supervision === null ? t("supervisionNotStated") : t(`supervisions.${supervision}`);
}
