// A database to test on: as real as any, in a temporary folder that goes with it.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canReach, databaseAccount } from "./account.mjs";
import { openEmbedded } from "./database.mjs";
import { scriptEnvironment } from "./environment.mjs";
import { holderOf, takeLock } from "./lock.mjs";
import { deploy } from "./migrations.mjs";
import { fromRoot } from "./paths.mjs";
import { clusterIn, stopLeftOver, THROWAWAY } from "./postgres.mjs";
import { runScript } from "./run-script.mjs";

const PREFIX = "sodate-throwaway-";
const CONTENT = "scripts/load-content.ts";

/** Has this version's schema and the whole curriculum, and nobody in it. */
export async function openThrowaway({ name = "sodate", origin = "http://127.0.0.1:3000" } = {}) {
  const parent = temporaryFolder();
  await sweep(parent);
  const folder = mkdtempSync(join(parent, PREFIX));
  chmodSync(folder, 0o711);
  const lock = takeLock(folder, "a test run");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await openEmbedded({ folder, names: [name], settings: THROWAWAY });
    const urls = server.urlsOf(name);
    const environment = scriptEnvironment({ folder, origin, ...urls });
    const close = async () => {
      await server.stop();
      lock.release();
      remove();
    };
    try {
      await deploy(urls);
      if (existsSync(fromRoot(CONTENT))) await runScript(CONTENT, { environment });
    } catch (error) {
      await close();
      throw error;
    }
    return { folder, urls, environment, close };
  } catch (error) {
    remove();
    throw error;
  }
}

/** As root the database user must be able to pass: a private TMPDIR would not do. */
function temporaryFolder() {
  const account = databaseAccount();
  return [tmpdir(), "/tmp", "/var/tmp"].find((path) => existsSync(path) && canReach(account, path)) ?? tmpdir();
}

/** What a killed test run left behind: its server and its folder. */
async function sweep(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (!existsSync(join(folder, "running.json")) || holderOf(folder)) continue;
    await stopLeftOver(clusterIn(folder));
    rmSync(folder, { recursive: true, force: true });
  }
}
