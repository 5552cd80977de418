import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { databaseAccount } from "./account.mjs";
import { unpacked } from "./archive.mjs";
import { ensureClient } from "./client.mjs";
import { openEmbedded, withClient } from "./database.mjs";
import { scriptEnvironment } from "./environment.mjs";
import { holderOf } from "./lock.mjs";
import { readVerified } from "./manifest.mjs";
import { dataFolder } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { execute } from "./run-script.mjs";
import { ensureFolder } from "./secrets.mjs";
import { line, step } from "./steps.mjs";

const VERIFY = "scripts/audit-verify.ts";

/** `npm run restore -- FROM`: verified first, put in place as a whole, the old folder kept beside it. */
export async function restore([from]) {
  if (!from) throw new Refusal("Say where from: npm run restore -- /backups/sodate-2026-04-01.tar.gz");
  const folder = dataFolder();
  const holder = existsSync(folder) && holderOf(folder);
  if (holder)
    throw new Refusal(`${holder.purpose} has the data folder ${folder} (process ${holder.pid}): stop it first.`);
  ensureFolder(dirname(folder));

  const source = await step("unpack", () => unpacked(resolve(from), folder));
  try {
    const manifest = await step("digests", () => readVerified(source.folder));
    const ready = `${folder}.restoring`;
    rmSync(ready, { recursive: true, force: true });
    await step("copy", () => place(source.folder, ready, manifest));
    const old = swap(ready, folder);
    const problems = await step("audit trail", () => verifyTrail(folder));
    line(`${folder} is as it was on ${manifest.takenAt}.${old ? ` What was there before is in ${old}.` : ""}`);
    if (problems.length === 0) return 0;
    throw new Refusal(
      `The audit trail does not hold (${problems.join("; ")}): it was already so when the backup was taken.`,
    );
  } finally {
    source.clear();
  }
}

/** Files get the modes that they had, and the cluster its user. */
function place(source, target, { entries }) {
  const { uid, gid } = databaseAccount();
  mkdirSync(target, { mode: 0o711 });
  chmodSync(target, 0o711);
  for (const { path, mode, sha256 } of entries) {
    const at = join(target, path);
    if (sha256) copyFileSync(join(source, path), at);
    else mkdirSync(at);
    chmodSync(at, mode);
    if (uid !== undefined && /^postgres(\/|$)/.test(path)) chownSync(at, uid, gid);
  }
}

function swap(ready, folder) {
  const isInUse = existsSync(folder) && readdirSync(folder).length > 0;
  const old = isInUse ? `${folder}.before-restore-${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)}` : "";
  if (old) renameSync(folder, old);
  else rmSync(folder, { recursive: true, force: true });
  renameSync(ready, folder);
  return old;
}

/** In words, what is wrong with a trail; nothing when it holds. A database of an older version is asked by who may do all. */
async function problemsOf(folder, name, { adminUrl, ownerUrl }) {
  const environment = scriptEnvironment({ folder, origin: "http://127.0.0.1:3000", appUrl: adminUrl, ownerUrl });
  const { code, output } = await execute(VERIFY, { args: ["--only-look"], environment });
  if (code === 0) return [];
  const found = output.split("\n").filter((text) => text.startsWith("✗"));
  return (found.length > 0 ? found : [output.trim()]).map((text) => `${name}: ${text.replace(/^✗ /, "")}`);
}

async function verifyTrail(folder) {
  await ensureClient();
  const server = await openEmbedded({ folder, names: [] });
  try {
    const names = await withClient(server.urlsOf("postgres").adminUrl, async (client) => {
      const { rows } = await client.query("select datname from pg_database where datname like 'sodate%' order by 1");
      return rows.map((row) => row.datname);
    });
    const found = [];
    for (const name of names) found.push(...(await problemsOf(folder, name, server.urlsOf(name))));
    return found;
  } finally {
    await server.stop();
  }
}
