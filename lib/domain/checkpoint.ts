/** A signed statement of how the audit trail was at a moment: what a copy elsewhere proves a rewriting by. Hashes in base64. */
export type Checkpoint = {
  /** Which trail: the name of its key. */
  readonly origin: string;
  /** Number of events. */
  readonly size: number;
  /** Root of the Merkle tree over the hashes of these events. */
  readonly root: string;
  /** Hash of the last of them, where the chain stood. */
  readonly head: string;
  readonly at: string;
  /** Hash of the whole checkpoint before, so that none can be left out; null for the first. */
  readonly previous: string | null;
};

const HASH = "[A-Za-z0-9+/]{43}=";
const TEXT = new RegExp(
  `^([^\\n]+)\\n(0|[1-9]\\d{0,14})\\n(${HASH})\\nhead (${HASH})\\ntime (\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z)\\nprevious (none|${HASH})\\n$`,
);

/** The signed text: origin, size and root in the order of C2SP tlog-checkpoint, then our lines. */
export const textOfCheckpoint = ({ origin, size, root, head, at, previous }: Checkpoint): string =>
  `${origin}\n${size}\n${root}\nhead ${head}\ntime ${at}\nprevious ${previous ?? "none"}\n`;

/** Null for anything but the one text that a checkpoint has. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [, origin, size, root, head, at, previous] = TEXT.exec(text) ?? [];
  if (!origin || !root || !head || !at || !previous) return null;
  return { origin, size: Number(size), root, head, at, previous: previous === "none" ? null : previous };
}

const MOST_EVENTS = 100;
const MOST_MINUTES = 15;

/** Every 100 events, and every 15 minutes in which something happened. */
export function isCheckpointDue(last: Pick<Checkpoint, "size" | "at"> | null, events: number, now: Date): boolean {
  if (!last) return events > 0;
  const isNew = events > last.size;
  const waited = now.getTime() - Date.parse(last.at);
  return events - last.size >= MOST_EVENTS || (isNew && waited >= MOST_MINUTES * 60_000);
}
