import "server-only";
import { newId } from "./ids";
import { log } from "./log";

/**
 * What was thrown is a bug or an outage: it is logged under a number, and what goes on carries the number only, because the
 * framework prints messages, and a database error quotes what people typed.
 */
export function withoutWords(error: unknown): unknown {
  const id = newId();
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: "" };
  const frames = (stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  log.error({ event: "Bug", bugId: id, error: name, code: codeOf(error), frames: frames.slice(0, 12) });
  return process.env.NODE_ENV === "production" ? new Error(`bug ${id}`) : error;
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
