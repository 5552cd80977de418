import "server-only";
import { createTranslator } from "next-intl";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import type { NoticeKind, NoticeValues } from "@/lib/domain/notice-kind";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { messagesIn } from "@/lib/platform/messages";

type Named = { readonly name: string; readonly latinName: string };
type Told = {
  readonly kind: NoticeKind;
  readonly values: NoticeValues;
  readonly subject: Named | null;
  readonly actor: Named | null;
};

/** What a notice says, in the reader's language and today's words: in the inbox, in a mail, in a channel. */
export async function noticeWording(locale: Locale) {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: "inbox" });
  const words = await curriculumWords(locale);
  const nameOf = (person: Named | null) => (person ? formatName(person, locale) : t("nobody"));
  const stageOf = (group: string | null, step: number) => {
    if (group === null) return t("stage.basic");
    return step === 0 ? t("stage.common", { group }) : t("stage.step", { group, step });
  };
  return ({ kind, values, subject, actor }: Told): string => {
    const group = groupIn(words, values.roleGroupCode);
    return t(`kinds.${kind}`, {
      name: nameOf(subject),
      by: nameOf(actor),
      group: group ?? t("groupBasic"),
      stage: stageOf(group, Number(values.step ?? 0)),
      criterion: typeof values.criterionCode === "string" ? words.title(values.criterionCode) : "",
      day: typeof values.on === "string" ? formatDay(values.on, locale, { weekday: true }) : "",
      number: Number(values.seq),
      count: Number(values.count),
      capacity: String(values.capacity ?? values.kind ?? ""),
    });
  };
}

/** The role group's name; null for basic education. */
function groupIn(words: CurriculumWords, code: NoticeValues[string] | undefined) {
  const known = ROLE_GROUP_CODES.find((each) => each === code);
  return known === undefined ? null : words.roleGroup(known).name;
}
