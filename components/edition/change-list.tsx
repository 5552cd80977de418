import { ruleSentence } from "@/components/curriculum/rule-text";
import { placeName } from "@/components/reviews/place-name";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Passage } from "@/components/ui/passage";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { EditionItem, ItemChange } from "@/lib/domain/edition-items";
import type { PolicyValues } from "@/lib/domain/policy";
import { getTranslations } from "@/lib/platform/words";

type Props = { changes: readonly ItemChange[]; words: CurriculumWords; policy: PolicyValues };

/** Item by item what the edition in force changes, with both rules in words. */
export async function ChangeList({ changes, words, policy }: Props) {
  const t = await getTranslations("editions");
  const local = await getTranslations("localCurriculum");
  const [reviews, rules] = await Promise.all([getTranslations("reviews"), getTranslations("rules")]);
  const kindOf = ({ before, after }: ItemChange) =>
    t(before === null ? "added" : after === null ? "removed" : "altered");
  const ruleOf = (item: EditionItem | null) => {
    if (item === null) return "–";
    const { code, rule } = item;
    return rule === null ? t("stands") : ruleSentence({ code, rule }, policy, rules, words);
  };
  const itemOf = ({ before, after }: ItemChange) => after ?? before;
  return (
    <LedgerTable
      caption={t("changesCaption")}
      ruled
      rows={changes}
      rowKey={(change) => itemOf(change)?.code ?? ""}
      columns={[
        { id: "kind", head: t("kind"), cell: kindOf },
        {
          id: "item",
          head: t("item"),
          isRowHead: true,
          cell: (change) => {
            const item = itemOf(change);
            return (
              item && (
                <>
                  <Passage text={words.text(item.code)} />
                  <span className="below">
                    {placeName(reviews, words, item)} {local(`sections.${item.section}`)}
                  </span>
                </>
              )
            );
          },
        },
        { id: "before", head: t("before"), cell: ({ before }) => ruleOf(before) },
        { id: "after", head: t("after"), cell: ({ after }) => ruleOf(after) },
      ]}
    />
  );
}
