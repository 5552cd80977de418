import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { ROOT } from "./paths.mjs";

const SKIPPED = new Set([".git", ".next", "generated"]);

/** Every file at or below the paths, in a fixed order. What does not exist is left out. */
export function filesOf(paths) {
  return paths.flatMap((path) => {
    const at = join(ROOT, path);
    if (!existsSync(at)) return [];
    if (!statSync(at).isDirectory()) return [at];
    const entries = readdirSync(at).filter((name) => !SKIPPED.has(name));
    return filesOf(entries.sort().map((name) => join(path, name)));
  });
}

/** A digest of what the files say, where they lie, and of anything else that decides the outcome. */
export function digestOf(paths, ...also) {
  const hash = createHash("sha256").update(JSON.stringify(also));
  for (const file of filesOf(paths)) {
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

export const readStamp = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : "");

export function writeStamp(file, digest) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${digest}\n`);
}
