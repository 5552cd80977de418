/** Cells, months and stations are drawn by their place; this gives each a key without naming an index. */
export const placed = <T>(
  all: readonly T[],
): readonly { readonly key: string; readonly place: number; readonly value: T }[] =>
  all.map((value, place) => ({ key: `p${place}`, place, value }));

/** Split into runs of at most `size`, so that a long row wraps. */
export const inRuns = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, run) => all.slice(run * size, (run + 1) * size));
