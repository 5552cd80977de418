import "server-only";
import { newId } from "./ids";
import { log } from "./log";

/** Logs what was thrown without its message: a database error quotes what people typed. */
export function reportBug(error: unknown): string {
  const id = newId();
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: "" };
  const frames = (stack ?? "").split("\n").filter((each) => each.trimStart().startsWith("at "));
  log.error({ event: "Bug", bugId: id, error: name, code: codeOf(error), frames: frames.slice(0, 12) });
  return id;
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
