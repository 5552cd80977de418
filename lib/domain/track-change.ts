import { type Actor, type EnrolmentRef, manages } from "./access";
import type { Track } from "./curriculum";
import { accept, type Decision, refuse } from "./result";

/** 担う業務の変更: management, diagnosis or both, changed with a reason (product.md, 14). */

export type TrackRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "EnrolmentEnded" }
  | { readonly code: "TracksNeeded" }
  | { readonly code: "TracksUnchanged" }
  | { readonly code: "TracksChangedMeanwhile" };

export type TrackFacts = {
  readonly ref: EnrolmentRef;
  readonly isOver: boolean;
  /** Of the role group; empty where it has none. */
  readonly known: readonly Track[];
  readonly before: readonly Track[];
};

/** `seen`: what the enrolment covered on the page that was looked at. */
export type TrackWish = { readonly tracks: readonly Track[]; readonly seen: readonly Track[] };

const isSame = (a: readonly Track[], b: readonly Track[]) =>
  a.length === b.length && a.every((track) => b.includes(track));

/** By a manager of the team, in the order of the role group. Criteria of a track that is not covered do not apply. */
export function changeTracks(
  { tracks, seen }: TrackWish,
  facts: TrackFacts | null,
  actor: Actor,
): Decision<{ readonly tracks: readonly Track[] }, TrackRefusal> {
  if (!facts || facts.known.length === 0 || !manages(actor, facts.ref)) return refuse({ code: "NotFound" });
  if (facts.isOver) return refuse({ code: "EnrolmentEnded" });
  if (!isSame(seen, facts.before)) return refuse({ code: "TracksChangedMeanwhile" });
  const wanted = facts.known.filter((track) => tracks.includes(track));
  if (wanted.length === 0) return refuse({ code: "TracksNeeded" });
  return isSame(wanted, facts.before) ? refuse({ code: "TracksUnchanged" }) : accept({ tracks: wanted });
}
