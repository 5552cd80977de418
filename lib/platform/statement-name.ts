import "server-only";
import { createHash } from "node:crypto";

/** Beyond these the texts are no longer a program's own few hundred: rows of an import, each time another number of them. */
const MOST = 500;
const LONGEST = 20_000;
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement's plan, per connection: planning our larger statements takes longer than
 * running them. Empty, which is no name, for texts that are too long or too many to keep.
 */
export function statementName({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (sql.length > LONGEST || names.size >= MOST) return "";
  const name = createHash("sha256").update(sql).digest("base64url").slice(0, 22);
  names.set(sql, name);
  return name;
}
