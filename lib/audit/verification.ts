import "server-only";
import { type Edge, EMPTY_EDGE, rootOf } from "@/lib/domain/merkle";
import { checkpointJudge, type SeenCheckpoint, type TrailFault, type TrailState } from "@/lib/domain/trail-fault";
import { base64, digestOfNote, openNote, sha256 } from "./note";
import type { Verifier } from "./signing-key";
import { grownTo, type ReadHashes, readAhead } from "./tree";
import { notesIn } from "./vault";

export type FileReport = {
  readonly file: string;
  readonly checkpoints: number;
  /** Events that the last good checkpoint covers. */
  readonly covered: number;
  readonly faults: readonly TrailFault[];
};
/** More than anybody reads. */
const MOST_FAULTS = 50;

type Looking = {
  readonly file: string;
  readonly verifier: Verifier | null;
  readonly events: number;
  readonly read: ReadHashes;
  /** Of a copy: the digests of what the file itself has. */
  readonly known?: ReadonlySet<string>;
};

/** Every checkpoint of a file against the trail: each event is read once, in as much memory as the tree is high. */
export async function checkFile(
  { file, verifier, events, read, known }: Looking,
  seenDigest: (digest: string) => void,
) {
  const judge = checkpointJudge(events, { isCopy: known !== undefined });
  const walk = trailWalk(events, readAhead(read, events));
  const report = { file, checkpoints: 0, covered: 0, faults: [] as TrailFault[] };
  for await (const note of notesIn(file)) {
    report.checkpoints += 1;
    const seen = seenAt(report.checkpoints, note, verifier);
    const found = [...judge(seen, await walk(seen)), ...lostIn(seen, known)];
    if (found.length === 0) report.covered = seen.checkpoint?.size ?? report.covered;
    report.faults.push(...found.slice(0, MOST_FAULTS - report.faults.length));
    seenDigest(seen.digest);
  }
  return report satisfies FileReport;
}

function seenAt(place: number, note: string, verifier: Verifier | null): SeenCheckpoint {
  const opened = openNote(note, verifier);
  return {
    place,
    checkpoint: opened?.checkpoint ?? null,
    isSigned: opened?.isSigned ?? false,
    digest: digestOfNote(note),
  };
}

const lostIn = ({ place, isSigned, checkpoint, digest }: SeenCheckpoint, known?: ReadonlySet<string>): TrailFault[] =>
  known && isSigned && !known.has(digest)
    ? [{ kind: "lost", seq: null, until: checkpoint?.size ?? null, checkpoint: place }]
    : [];

/** From checkpoint to checkpoint through the events; never back. */
function trailWalk(events: number, read: ReadHashes) {
  let edge: Edge | null = EMPTY_EDGE;
  return async ({ checkpoint }: SeenCheckpoint): Promise<TrailState> => {
    if (!checkpoint || !edge || checkpoint.size < edge.size) return undefined;
    if (checkpoint.size > events) return null;
    edge = await grownTo(edge, checkpoint.size, read);
    if (!edge) return { root: "", head: "" };
    const last = await read(checkpoint.size - 1, checkpoint.size);
    return { root: base64(rootOf(sha256, edge)), head: base64(last) };
  };
}
