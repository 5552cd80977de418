// A script's way to the database, whether Sodate runs at this moment or not.
import { existsSync } from "node:fs";
import { embeddedUrls, openEmbedded, openExternal } from "./database.mjs";
import { holderOf, takeLock } from "./lock.mjs";
import { dataFolder } from "./paths.mjs";
import { clusterIn } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";
import { ensureFolder } from "./secrets.mjs";

/** Uses the database of a running start; else has it for itself and starts it for the moment. */
export async function withDatabase(purpose, work, { name = "sodate", create = false } = {}) {
  if (process.env.DATABASE_URL) return await work(await openExternal(process.env));
  const folder = dataFolder();
  if (!create && !existsSync(clusterIn(folder))) {
    throw new Refusal(`There is no database in ${folder} yet: npm start makes one (SODATE_DATA names another folder).`);
  }
  ensureFolder(folder);
  const holder = holderOf(folder);
  if (holder) return await work(urlsOfRunning(folder, holder));

  const lock = takeLock(folder, purpose);
  try {
    const server = await openEmbedded({ folder, names: [name] });
    try {
      return await work(server.urlsOf(name));
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}

function urlsOfRunning(folder, holder) {
  if (!holder.databasePort)
    throw new Refusal(
      `${holder.purpose} has the data folder ${folder} (process ${holder.pid}): try again when it is done.`,
    );
  return embeddedUrls(folder, holder.databasePort, holder.databaseName);
}
