import { existsSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "./database.mjs";
import { fromRoot } from "./paths.mjs";
import { runScript } from "./run-script.mjs";
import { digestOf, readStamp, writeStamp } from "./stamps.mjs";

const LOADER = "scripts/load-content.ts";
/** The content, and all that decides how it is read and written. */
const SOURCES = ["content", "lib/content", "lib/curriculum", "lib/domain", "prisma/schema", LOADER];

/** Loads the curriculum when it is not the one that was loaded last into this database of the data folder. */
export async function ensureCurriculum({ folder, name, environment, signal, note }) {
  if (!existsSync(fromRoot(LOADER))) return;
  const stamp = join(folder, `curriculum-in-${name}`);
  const digest = digestOf(SOURCES);
  const isKept = !process.env.DATABASE_URL;
  if (isKept && readStamp(stamp) === digest && (await hasCurriculum(environment.DATABASE_URL)))
    return note("unchanged");
  await runScript(LOADER, { environment, signal });
  if (isKept) writeStamp(stamp, digest);
}

const hasCurriculum = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('select exists(select from "CurriculumEdition") as answer');
    return rows[0].answer;
  });
