import "server-only";
import { createHash } from "node:crypto";

/** Beyond this the texts are no longer a program's own few hundred, and the server should not keep them all. */
const MOST = 1_000;
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement's plan, per connection: planning our larger queries takes longer
 * than running them. Undefined, so without a name, once there are too many texts.
 */
export function statementName({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = names.size < MOST ? createHash("sha256").update(sql).digest("base64url").slice(0, 22) : "";
  if (name !== "") names.set(sql, name);
  return name;
}
