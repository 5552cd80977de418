import type { SourceFile } from "./source-file";

export type Found = {
  readonly file: SourceFile<unknown>;
  readonly path: readonly (string | number)[];
  readonly node: Readonly<Record<string, unknown>>;
};

/** Every mapping of a file, outside first, with where it stands. */
export function* mappingsOf(file: SourceFile<unknown>): Generator<Found> {
  yield* below(file, file.value, []);
}

function* below(file: SourceFile<unknown>, value: unknown, path: Found["path"]): Generator<Found> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* below(file, each, [...path, index]);
  } else if (isMapping(value)) {
    yield { file, path, node: value };
    for (const [key, each] of Object.entries(value)) yield* below(file, each, [...path, key]);
  }
}

const isMapping = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
