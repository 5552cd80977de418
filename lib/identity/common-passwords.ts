import "server-only";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const BYTES = 6;
let list: Buffer | undefined;

/** Among the leaked passwords that are long enough for our rule; see content/passwords. */
export function isCommonPassword(password: string): boolean {
  list ??= readFileSync(join(process.cwd(), "content/passwords/common.bin"));
  return holds(list, createHash("sha256").update(password.normalize("NFKC").toLowerCase()).digest().subarray(0, BYTES));
}

function holds(sorted: Buffer, digest: Buffer): boolean {
  let low = 0;
  let high = sorted.length / BYTES - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = Buffer.compare(sorted.subarray(middle * BYTES, (middle + 1) * BYTES), digest);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
