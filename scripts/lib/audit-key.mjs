import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeSigningKey } from "../../lib/audit/signing-key.ts";

/** The key that signs checkpoints of the audit trail: made once, never by the app, never over one that is there. */
export function ensureAuditKey(folder, databaseName) {
  const file = process.env.SODATE_AUDIT_KEY || join(folder, "audit", databaseName, "signing-key");
  if (existsSync(file)) return false;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, makeSigningKey(), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").length > 0;
}
