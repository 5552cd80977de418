import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { Passage } from "@/components/ui/passage";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { CriterionNode } from "@/lib/domain/curriculum";
import type { PolicyValues } from "@/lib/domain/policy";
import { useTranslations } from "@/lib/platform/words";
import { listEntriesOf } from "@/lib/policy/schema";
import { ItemNote, SourceIds } from "./item-foot";
import { ruleConditions } from "./rule-conditions";
import { ruleSentence } from "./rule-text";

export type CriterionFrame = {
  readonly words: CurriculumWords;
  readonly policy: PolicyValues;
  /** Name of a track, for items of one. */
  readonly trackName: (item: { readonly track?: string }) => string | null;
};

type Props = CriterionFrame & { criterion: CriterionNode; met: boolean | null };

/** One criterion to read: title, full sentence, rule, and how it counts. The square is filled where the reader met it. */
export function CriterionEntry({ criterion, met, words, policy, trackName }: Props) {
  const t = useTranslations("rules");
  const c = useTranslations("curriculum");
  const item = words.item(criterion.code);
  const track = criterion.heading ? null : trackName(criterion);
  const conditions = ruleConditions(criterion, policy, t, words);
  return (
    <li id={criterion.code} className={met ? "c met" : "c"}>
      {met !== null && <span className="vh">{c(met ? "own.met" : "own.notMet")}: </span>}
      <b>{words.title(criterion.code)}</b>
      {track !== null && <Tag>{track}</Tag>}
      <span className="full">
        <Passage text={item.text} />
        <SourceIds item={item} />
      </span>
      <span className="kind">{ruleSentence(criterion, policy, t, words)}</span>
      {conditions.length > 0 && (
        <Disclosure summary={c("counting")} className="counting">
          {conditions.map((condition) => (
            <p key={condition}>{condition}</p>
          ))}
        </Disclosure>
      )}
      {criterion.rule.kind === "reading" && <ReadingList param={criterion.rule.list} words={words} policy={policy} />}
      <ItemNote note={item.note} />
    </li>
  );
}

function ReadingList({ param, words, policy }: { param: string; words: CurriculumWords; policy: PolicyValues }) {
  const c = useTranslations("curriculum");
  const entries = listEntriesOf(param, policy, words);
  if (entries.length === 0) return null;
  return (
    <Disclosure summary={c("readingList")} className="counting">
      {entries.map(({ code, title, url, note }) => (
        <p key={code}>
          {url ? (
            <Link href={url}>
              <Passage text={title} />
            </Link>
          ) : (
            <Passage text={title} />
          )}
          {note && <span className="faint"> {note}</span>}
        </p>
      ))}
    </Disclosure>
  );
}
