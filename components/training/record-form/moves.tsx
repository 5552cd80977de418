"use client";

import { useEffect, useRef, useState } from "react";
import type { CriterionNode } from "@/lib/domain/curriculum";
import { objectionTo, type Prospect } from "@/lib/domain/objection";
import type { PolicyValues } from "@/lib/domain/policy";
import { RECORD_KINDS, SUPERVISIONS } from "@/lib/domain/rule";

/** What one criterion would gain, worded as far as that can be done on the server. */
export type Move = {
  key: string;
  title: string;
  criterion: Pick<CriterionNode, "code" | "rule">;
  /** Only the values that its conditions look at. */
  policy: PolicyValues;
  before: number;
  after: number;
  /** Counts what was judged, not records. */
  byJudged: boolean;
  counts: boolean;
  /** "/ 10回" */
  need: string;
  note: string;
  partNames: Readonly<Record<string, string>>;
};

export type MoveWords = {
  none: string;
  notCounted: string;
  evidenceOnly: string;
  /** "{before} → {after} {need}" */
  arrow: string;
  /** By reason; `{parts}` is filled here. */
  reasons: Readonly<Record<string, string>>;
  join: string;
};

type Filled = Prospect & { claims: readonly string[]; shown: readonly string[] };

/** この記録で進むもの: follows the form as it is filled in, with the rules that decide later. */
export function Moves({ moves, words, initial }: { moves: readonly Move[]; words: MoveWords; initial: Filled }) {
  const place = useRef<HTMLDivElement>(null);
  const [filled, setFilled] = useState(initial);

  useEffect(() => {
    const form = place.current?.closest("form");
    const read = () => form && setFilled(filledIn(new FormData(form)));
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, []);

  const chosen = moves.filter(({ key }) => filled.claims.includes(key));
  return (
    <div ref={place} aria-live="polite">
      {chosen.length === 0 ? (
        <p className="hint">{words.none}</p>
      ) : (
        <ol>
          {chosen.map((move) => (
            <MoveLine key={move.key} move={move} words={words} filled={filled} />
          ))}
        </ol>
      )}
    </div>
  );
}

function MoveLine({ move, words, filled }: { move: Move; words: MoveWords; filled: Filled }) {
  const parts = filled.shown.flatMap((part) =>
    part.startsWith(`${move.key}:`) ? [part.slice(move.key.length + 1)] : [],
  );
  const objection = objectionTo(move.criterion, { ...filled, parts }, move.policy);
  if (objection) {
    const names = (objection.missing ?? []).map((part) => move.partNames[part] ?? part).join(words.join);
    return (
      <li>
        <div className="row">
          <span className="b sub">{move.title}</span>
          <span className="badge none">{words.notCounted}</span>
        </div>
        <p className="hint">{(words.reasons[objection.reason] ?? "").replace("{parts}", names)}</p>
      </li>
    );
  }
  return (
    <li>
      <div className="row">
        <span className="b">{move.title}</span>
        <Arrow move={move} words={words} judged={filled.judged} />
      </div>
      <p className="hint">{move.counts ? move.note : words.evidenceOnly}</p>
    </li>
  );
}

function Arrow({ move, words, judged }: { move: Move; words: MoveWords; judged: number | null }) {
  const after = move.byJudged ? move.before + Math.max(0, judged ?? 0) : move.after;
  if (after === move.before) return <span className="arrow">{`${move.before} ${move.need}`}</span>;
  const [start = "", end = ""] = words.arrow.replace("{before}", String(move.before)).split("{after}");
  return (
    <span className="arrow">
      {start}
      <b>{after}</b>
      {end.replace("{need}", move.need)}
    </span>
  );
}

const numberIn = (form: FormData, name: string) => {
  const text = String(form.get(name) ?? "").normalize("NFKC");
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
};

function filledIn(form: FormData): Filled {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    kind: RECORD_KINDS.find((kind) => kind === text("kind")) ?? "other",
    supervision: SUPERVISIONS.find((each) => String(each) === text("supervision")) ?? null,
    mentorPresent: text("mentorPresentId") !== "" || text("mentorPresentName") !== "",
    judged: numberIn(form, "judged"),
    right: numberIn(form, "right"),
    evidenceCount: text("evidence")
      .split("\n")
      .filter((line) => line.trim() !== "").length,
    claims: form.getAll("claims[]").map(String),
    shown: form.getAll("parts[]").map(String),
    parts: [],
  };
}
