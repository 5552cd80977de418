import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** Keys sorted at every depth, no white space: the same meaning is the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const digestOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");

/**
 * Binds to a value without telling it: whoever has the salt (hexadecimal, random, kept beside the value and erased with it) can
 * prove what was said; nobody else can guess it.
 */
export const commitmentTo = (salt: string, value: unknown): string => digestOf([salt, value]);

/** With a fresh salt: the salt for the row, the commitment for the event. */
export function commit(value: unknown) {
  const salt = randomBytes(16);
  return { salt, content: commitmentTo(salt.toString("hex"), value) };
}
