import type { z } from "zod";

/** A page has this many fields of a kind at most. */
const MOST = 200;

/**
 * Reads fields that a form names after what they belong to: `reason:<id>` gives id → reason. One left empty is left out;
 * what is wrong with one is said at that field.
 */
export function fieldsNamed<T extends z.ZodType>(
  prefix: string,
  field: T,
  input: Record<string, unknown>,
  context: z.RefinementCtx,
): ReadonlyMap<string, z.output<T>> {
  const given = Object.entries(input).filter(([name, value]) => name.startsWith(`${prefix}:`) && !isBlank(value));
  const read = new Map<string, z.output<T>>();
  for (const [name, value] of given.slice(0, MOST)) {
    const parsed = field.safeParse(value);
    if (parsed.success) read.set(name.slice(prefix.length + 1), parsed.data);
    else context.issues.push(...parsed.error.issues.map((issue) => at(name, value, issue)));
  }
  return read;
}

const at = (name: string, input: unknown, issue: z.core.$ZodIssue) =>
  ({ ...issue, path: [name], input }) as z.core.$ZodRawIssue;

const isBlank = (value: unknown) => typeof value === "string" && value.trim() === "";
