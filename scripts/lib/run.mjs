import { existsSync } from "node:fs";
import { ensureClient } from "./client.mjs";
import { scriptEnvironment } from "./environment.mjs";
import { holderOf } from "./lock.mjs";
import { dataFolder, fromRoot } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { execute } from "./run-script.mjs";
import { withDatabase } from "./session.mjs";

/** Such a script works on the database of the running start, or on its own for the moment. */
export async function runFile(argv) {
  const needsDatabase = argv[0] !== "--no-database";
  const [file, ...args] = needsDatabase ? argv : argv.slice(1);
  if (!existsSync(fromRoot(file))) throw new Refusal(`${file} does not exist.`);
  await ensureClient();
  if (!needsDatabase) return (await execute(file, { args, show: true })).code;
  return await withDatabase(file, async (urls) => {
    const folder = dataFolder();
    const origin = holderOf(folder)?.origin ?? process.env.APP_ORIGIN ?? "http://127.0.0.1:3000";
    const { code } = await execute(file, {
      args,
      show: true,
      environment: scriptEnvironment({ folder, origin, ...urls }),
    });
    return code;
  });
}
