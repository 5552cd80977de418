import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { isArchive, pack, requireUnused } from "./archive.mjs";
import { whilePaused } from "./backup-pause.mjs";
import { openEmbedded } from "./database.mjs";
import { holderOf, takeLock } from "./lock.mjs";
import { writeManifest } from "./manifest.mjs";
import { dataFolder, fromRoot } from "./paths.mjs";
import { clusterIn } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";
import { line, step } from "./steps.mjs";

/** What is made anew at each start, or belongs to this machine. */
const LEFT_OUT =
  /^(running\.json.*|backup-wants-a-pause|database-port|postgres\.log.*|postgres-programs-.*|.*\.part|\.initdb-password)$/;
const LEFT_OUT_OF_CLUSTER = /[\\/]postgres[\\/]postmaster\.(pid|opts)$/;

/** `npm run backup -- TO`: a copy of the data folder, taken while the database is stopped for the moment. */
export async function backup([to]) {
  if (process.env.DATABASE_URL)
    throw new Refusal("The database is not in the data folder (DATABASE_URL is set): back it up with its own tools.");
  if (!to) throw new Refusal("Say where to: npm run backup -- /backups/sodate-2026-04-01.tar.gz (or a new folder).");
  const folder = dataFolder();
  const target = resolve(to);
  if (!existsSync(clusterIn(folder))) throw new Refusal(`There is nothing to back up in ${folder}.`);
  requireUnused(target);

  process.umask(0o077);
  const copy = isArchive(target) ? `${target}.folder` : target;
  try {
    await whileStopped(folder, () => step("copy", () => copyFolder(folder, copy)));
    const files = await step("digests", () => writeManifest(copy, aboutThis(folder)));
    if (isArchive(target)) await step("archive", () => pack(copy, target));
    line(
      `${target}: ${files} entries. It holds the secrets of this installation: keep it where nobody else can read it.`,
    );
  } catch (error) {
    rmSync(copy, { recursive: true, force: true });
    throw error;
  } finally {
    if (isArchive(target)) rmSync(copy, { recursive: true, force: true });
  }
}

/** A running start stops for the moment and goes on; else the folder is held until the copy is there. */
async function whileStopped(folder, work) {
  const holder = holderOf(folder);
  if (holder?.databasePort && /^npm (start|run dev)$/.test(holder.purpose))
    return await whilePaused(folder, holder, work);
  const lock = takeLock(folder, "npm run backup");
  try {
    await settle(folder);
    return await work();
  } finally {
    lock.release();
  }
}

/** After a kill, what was committed stands only in the log: started and stopped once, the files themselves have it. */
async function settle(folder) {
  if (!existsSync(join(clusterIn(folder), "postmaster.pid"))) return;
  const server = await openEmbedded({ folder, names: [] });
  await server.stop();
}

function copyFolder(folder, copy) {
  mkdirSync(copy, { recursive: true, mode: 0o700 });
  chmodSync(copy, 0o700);
  for (const name of readdirSync(folder).filter((entry) => !LEFT_OUT.test(entry))) {
    cpSync(join(folder, name), join(copy, name), {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      filter: (source) => !LEFT_OUT_OF_CLUSTER.test(source),
    });
  }
}

const aboutThis = (folder) => ({
  product: "sodate",
  version: JSON.parse(readFileSync(fromRoot("package.json"), "utf8")).version,
  postgres: readFileSync(join(clusterIn(folder), "PG_VERSION"), "utf8").trim(),
  takenAt: new Date().toISOString(),
});
