/** Rows of one insert: a statement holds at most 65,535 values. */
const CHUNK = 1000;

/** Writes many rows, some at a time, in their order. */
export async function inChunks<T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += CHUNK) await write(rows.slice(from, from + CHUNK));
}
