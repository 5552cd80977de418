import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSigningKey } from "@/lib/audit/signing-key";
import type { Vault } from "@/lib/audit/vault";

/** A folder of its own with a key in it, gone with the test. */
export function aVault() {
  const folder = mkdtempSync(join(tmpdir(), "sodate-vault-"));
  const keyFile = join(folder, "signing-key");
  writeFileSync(keyFile, makeSigningKey("sodate/test"), { mode: 0o600 });
  const vault: Vault = { keyFile, folder };
  return {
    ...vault,
    checkpoints: join(folder, "checkpoints"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
export type VaultMade = ReturnType<typeof aVault>;
