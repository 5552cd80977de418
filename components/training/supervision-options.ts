import { SUPERVISIONS } from "@/lib/domain/rule";
import type { useTranslations } from "@/lib/platform/words";

export type RecordFormWords = ReturnType<typeof useTranslations<"records.form">>;

/** 1 見学 … 5 他者を指揮 */
export const supervisionOptions = (t: RecordFormWords) =>
  SUPERVISIONS.map((supervision) => ({ value: String(supervision), label: t(`supervisions.${supervision}`) }));
