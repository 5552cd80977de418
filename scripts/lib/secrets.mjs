import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal.mjs";

const hex = () => randomBytes(32).toString("hex");

/** Made at the first start and kept; what a later version adds is made when it first starts. */
const MAKERS = {
  superuserPassword: hex,
  ownerPassword: hex,
  appPassword: hex,
  appSecret: hex,
  actionsKey: () => randomBytes(32).toString("base64"),
};

export const secretsFileIn = (folder) => join(folder, "secrets.json");

/** Passable for the database user, readable for nobody else. */
export function ensureFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be made (${error.code}): set SODATE_DATA to a folder of your own.`,
    );
  }
}

export function openSecrets(folder) {
  const file = secretsFileIn(folder);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = Object.keys(MAKERS).filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  const secrets = { ...kept, ...Object.fromEntries(missing.map((name) => [name, MAKERS[name]()])) };
  writeFileSync(`${file}.part`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
  return secrets;
}
