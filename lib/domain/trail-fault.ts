import type { Checkpoint } from "./checkpoint";

/**
 * What can be wrong with the trail. By the chain itself: an event before it is missing (gap), it does not continue the one
 * before (link), is not later (time), is not as it was written (content), the end was cut or changed (head). By a checkpoint:
 * the file has something else (unreadable), it was not signed by this key (signature), one before it is missing or out of
 * order (order), the trail ends before it (cut), events up to it are not those that it was made for (rewritten). By a copy
 * kept elsewhere: it has a checkpoint that the file has lost (lost).
 */
export const FAULT_KINDS = [
  "gap",
  "link",
  "time",
  "content",
  "head",
  "unreadable",
  "signature",
  "order",
  "cut",
  "rewritten",
  "lost",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type TrailFault = {
  readonly kind: FaultKind;
  /** Number of the first event that it may concern; null where it is about a checkpoint alone. */
  readonly seq: number | null;
  /** Number of the last one, where it is not one event. */
  readonly until: number | null;
  /** Which checkpoint says so, counted from 1 in its file. */
  readonly checkpoint: number | null;
};

/** A checkpoint as it stands in a file. */
export type SeenCheckpoint = {
  readonly place: number;
  /** Null: unreadable. */
  readonly checkpoint: Checkpoint | null;
  readonly isSigned: boolean;
  /** Hash of the whole text, as the next one names it. */
  readonly digest: string;
};

/** The trail as it is at a checkpoint's size: null where it ends before, undefined where it was not looked at. */
export type TrailState = { readonly root: string; readonly head: string } | null | undefined;

/**
 * Judges one checkpoint after the other, in the order of the file; says each kind of what is wrong with the events only once.
 * A copy need not be whole: its order says nothing.
 */
export function checkpointJudge(events: number, { isCopy = false } = {}) {
  let before: SeenCheckpoint | null = null;
  let lastGood = 0;
  const said = new Set<FaultKind>();

  const once = (kind: "cut" | "rewritten", seq: number, { place, checkpoint }: SeenCheckpoint): TrailFault[] => {
    if (said.has(kind)) return [];
    said.add(kind);
    return [{ kind, seq, until: checkpoint?.size ?? null, checkpoint: place }];
  };

  const ofEvents = (seen: SeenCheckpoint, state: TrailState): TrailFault[] => {
    if (state === null) return once("cut", events + 1, seen);
    if (state?.root !== seen.checkpoint?.root || state?.head !== seen.checkpoint?.head)
      return once("rewritten", lastGood + 1, seen);
    lastGood = seen.checkpoint?.size ?? lastGood;
    return [];
  };

  return (seen: SeenCheckpoint, state: TrailState): readonly TrailFault[] => {
    const ofText = faultOfText(seen);
    const order = ofText || isCopy || follows(seen, before) ? [] : [about("order", seen)];
    before = seen;
    if (ofText) return [about(ofText, seen)];
    return [...order, ...(state === undefined ? [] : ofEvents(seen, state))];
  };
}

const about = (kind: FaultKind, { place, checkpoint }: SeenCheckpoint): TrailFault => ({
  kind,
  seq: null,
  until: checkpoint?.size ?? null,
  checkpoint: place,
});

const faultOfText = ({ checkpoint, isSigned }: SeenCheckpoint) =>
  checkpoint ? (isSigned ? null : ("signature" as const)) : ("unreadable" as const);

/** Grows, gets later, and names the one before. */
function follows({ checkpoint }: SeenCheckpoint, before: SeenCheckpoint | null): boolean {
  if (!checkpoint || checkpoint.previous !== (before?.digest ?? null)) return false;
  const last = before?.checkpoint;
  return !last || (checkpoint.size > last.size && checkpoint.at >= last.at);
}
