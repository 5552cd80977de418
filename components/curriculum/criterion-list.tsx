import type { CriterionNode } from "@/lib/domain/curriculum";
import { CriterionEntry, type CriterionFrame } from "./criterion-entry";
import { ItemNote, SourceIds } from "./item-foot";

type Props = CriterionFrame & {
  criteria: readonly CriterionNode[];
  /** Criteria that the reader met; null for who is not enrolled here. */
  met: ReadonlySet<string> | null;
};

/** Criteria in the order of the source, under its headings where it has some. */
export function CriterionList({ criteria, met, ...frame }: Props) {
  const headings = [...new Set(criteria.map(({ heading }) => heading ?? null))];
  return headings.map((heading) => (
    <div key={heading ?? ""} {...(heading !== null && { id: heading, className: "under" })}>
      {heading !== null && <Heading code={heading} words={frame.words} />}
      <ul>
        {criteria
          .filter((criterion) => (criterion.heading ?? null) === heading)
          .map((criterion) => (
            <CriterionEntry
              key={criterion.code}
              criterion={criterion}
              met={met?.has(criterion.code) ?? null}
              {...frame}
            />
          ))}
      </ul>
    </div>
  ));
}

function Heading({ code, words }: { code: string; words: Props["words"] }) {
  const item = words.item(code);
  return (
    <p>
      <b>{words.title(code)}</b>
      <SourceIds item={item} />
      <ItemNote note={item.note} />
    </p>
  );
}
