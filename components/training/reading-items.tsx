import { Link } from "@/components/ui/link";
import { Mark, type MarkKind } from "@/components/ui/mark";
import { Passage } from "@/components/ui/passage";
import { Tag } from "@/components/ui/tag";
import { useTranslations } from "@/lib/platform/words";
import { listEntriesOf } from "@/lib/policy/schema";
import type { CriterionFrame, MeasuredCriterion } from "./frame";

type ReadingState = "verified" | "waiting" | "sentBack" | "open";
const MARKS: Record<ReadingState, MarkKind> = {
  verified: "verified",
  waiting: "waiting",
  sentBack: "broken",
  open: "open",
};

/** The list that the organisation set, item by item, with how far each is. */
export function ReadingItems({ progress, list, frame }: MeasuredCriterion & { list: string; frame: CriterionFrame }) {
  const t = useTranslations("training.step");
  const states = new Map(progress.slots.map(({ code, state }) => [code, state]));
  const stateOf = (code: string): ReadingState => {
    const state = states.get(code);
    return state === "verified" || state === "waiting" || state === "sentBack" ? state : "open";
  };
  const kinds = useTranslations("materials.kinds");
  const entries = listEntriesOf(list, frame.policy, frame.words);
  if (entries.length === 0) return null;
  return (
    <>
      <h4>{t("reading")}</h4>
      <ul className="account">
        {entries.map(({ code, title, url, note, kind }) => (
          <li key={code}>
            <Mark kind={MARKS[stateOf(code)]} />
            <span className="n">{t(`readingStates.${stateOf(code)}`)}</span>
            <span>
              {url ? (
                <Link href={url}>
                  <Passage text={title} />
                </Link>
              ) : (
                <Passage text={title} />
              )}{" "}
              {kind && <Tag>{kinds(kind)}</Tag>}
            </span>
            {note && <span className="why">{note}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
