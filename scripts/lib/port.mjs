import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const fileIn = (folder) => join(folder, "database-port");

/** The database's port of last time, so that tools that look into it can keep their settings. */
export const lastPort = (folder) =>
  existsSync(fileIn(folder)) ? Number(readFileSync(fileIn(folder), "utf8")) || 0 : 0;
export const rememberPort = (folder, port) => writeFileSync(fileIn(folder), `${port}\n`);
