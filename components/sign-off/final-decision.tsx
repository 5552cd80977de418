"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { useHydrated } from "@/components/form/use-hydrated";

type Words = Record<
  | "signTitle"
  | "signText"
  | "backTitle"
  | "backText"
  | "leftTitle"
  | "leftText"
  | "plainTitle"
  | "plainText"
  | "sign"
  | "signing"
  | "back"
  | "backPlain"
  | "backing"
  | "comment"
  | "whyBack"
  | "whyLeft"
  | "whyNoBack",
  string
>;
type Props = {
  decision: "signOff" | "countersign";
  items: readonly { readonly code: string; readonly number: number }[];
  /** What is not marked is good: topics, and a STEP that a mentor has signed. */
  assumedGood: boolean;
  /** Why it cannot be signed whatever is marked. */
  blocker: string | null;
  maxComment: number;
  words: Words;
};

/** Says in words what will happen by the marks; the impossible button stays, dashed, with its reason. */
export function FinalDecision({ decision, items, assumedGood, blocker, maxComment, words }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isHydrated = useHydrated();
  const marks = useMarks(box);
  const back = items.filter(({ code }) => marks.get(code) === "back");
  const left = assumedGood ? [] : items.filter(({ code }) => !marks.has(code));
  const told = isHydrated ? tell(words, back, left) : { title: words.plainTitle, text: words.plainText };
  const whyNot = blocker ?? (isHydrated ? reasonAgainst(words, back.length, left.length) : null);
  const mayReturn = !isHydrated || back.length > 0;
  return (
    <div className="final" ref={box}>
      <div>
        <p className="t b" role="status">
          {told.title}
        </p>
        <p className="small sub phrase">{told.text}</p>
        {whyNot !== null && (
          <p className="small sub phrase" id="why-not-signed">
            {whyNot}
          </p>
        )}
        {!mayReturn && (
          <p className="vh" id="why-not-back">
            {words.whyNoBack}
          </p>
        )}
        <TextField name="comment" label={words.comment} max={maxComment} className="mt-2" />
      </div>
      <SubmitButton
        name="decision"
        value={decision}
        pending={words.signing}
        {...(whyNot !== null && { reasonId: "why-not-signed", look: "plain" as const })}
      >
        {words.sign}
      </SubmitButton>
      <SubmitButton
        name="decision"
        value="sendBack"
        pending={words.backing}
        {...(mayReturn
          ? { look: "refuseFill" as const, hint: "Ctrl ↵" }
          : { look: "plain" as const, reasonId: "why-not-back" })}
      >
        {back.length > 0 ? words.back.replace("{count}", String(back.length)) : words.backPlain}
      </SubmitButton>
    </div>
  );
}

type Items = Props["items"];

function tell(words: Words, back: Items, left: Items) {
  if (back.length > 0) {
    const numbers = back.map(({ number }) => number).join(", ");
    return { title: words.backTitle.replace("{numbers}", numbers), text: words.backText };
  }
  if (left.length > 0) return { title: words.leftTitle.replace("{count}", String(left.length)), text: words.leftText };
  return { title: words.signTitle, text: words.signText };
}

const reasonAgainst = (words: Words, back: number, left: number) => {
  if (back > 0) return words.whyBack;
  return left > 0 ? words.whyLeft : null;
};

/** The marks of the form around, by item. */
function useMarks(box: RefObject<HTMLElement | null>): ReadonlyMap<string, string> {
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const read = () => {
      const entries = [...new FormData(form)].filter(([name]) => name.startsWith("mark:"));
      setMarks(new Map(entries.map(([name, value]) => [name.slice("mark:".length), String(value)])));
    };
    read();
    form.addEventListener("change", read);
    return () => form.removeEventListener("change", read);
  }, [box]);
  return marks;
}
