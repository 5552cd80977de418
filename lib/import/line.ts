import type { z } from "zod";
import type { Problem } from "@/lib/domain/csv-import";
import type { ImportRow } from "./row";

type Fields = Readonly<Record<string, z.ZodType>>;
/** A column that the file does not have has no value: what is there stays as it is. */
export type LineValues<F extends Fields> = { readonly [K in keyof F]?: z.output<F[K]> };

const numbersOf = (issue: object) =>
  Object.fromEntries(
    Object.entries(issue).filter(([key, value]) => ["maximum", "minimum"].includes(key) && typeof value === "number"),
  );

/** Reads the cells of a line, each by its own rule; what is wrong is said by column. */
export function parseLine<F extends Fields>(fields: F, { cells }: ImportRow) {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [column, field] of Object.entries(fields)) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const parsed = field.safeParse(cell);
    if (parsed.success) values[column] = parsed.data;
    else
      problems.push(...parsed.error.issues.map((issue) => ({ column, code: issue.message, values: numbersOf(issue) })));
  }
  return { values: values as LineValues<F>, problems };
}
