import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { fromRoot, PROJECT_NODE, ROOT, STAMPS } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { digestOf, readStamp, writeStamp } from "./stamps.mjs";

const STAMP = join(STAMPS, "client");

/** Generates the Prisma client when the schema changed. */
export async function ensureClient(note = () => {}) {
  const digest = digestOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (readStamp(STAMP) === digest && existsSync(fromRoot("prisma", "generated", "client.ts"))) return note("unchanged");
  const { code, output } = await run(
    PROJECT_NODE,
    [fromRoot("node_modules", "prisma", "build", "index.js"), "generate"],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      },
    },
  );
  if (code !== 0) {
    process.stderr.write(output);
    throw new Refusal("The Prisma client could not be generated: read the lines above.");
  }
  writeStamp(STAMP, digest);
}
