// A production build of its own folder, with the floor page in it.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { NEXT_ENVIRONMENT, nextCommand } from "../../scripts/lib/build.mjs";
import { run } from "../../scripts/lib/children.mjs";
import { fromRoot, ROOT } from "../../scripts/lib/paths.mjs";
import { Refusal } from "../../scripts/lib/refusal.mjs";
import { digestOf, readStamp, writeStamp } from "../../scripts/lib/stamps.mjs";

const STAMP = fromRoot(".next-bench", "sodate-build");
const ROUTE_TYPES = fromRoot("next-env.d.ts");
const SOURCES = [
  "app",
  "components",
  "lib",
  "content/messages",
  "prisma/schema",
  "next.config.js",
  "package-lock.json",
  "proxy.ts",
];

export async function buildForBench(note) {
  const digest = digestOf(SOURCES);
  if (readStamp(STAMP) === digest && existsSync(fromRoot(".next-bench", "BUILD_ID"))) return note("unchanged");
  rmSync(STAMP, { force: true });
  const types = existsSync(ROUTE_TYPES) ? readFileSync(ROUTE_TYPES, "utf8") : null;
  const [node, args] = nextCommand("build");
  const env = { ...process.env, ...NEXT_ENVIRONMENT, NODE_ENV: "production", SODATE_BENCH: "1" };
  const { code, output } = await run(node, args, { cwd: ROOT, env });
  if (types !== null) writeFileSync(ROUTE_TYPES, types); // the build points the editor at its own folder
  if (code !== 0) {
    process.stderr.write(output);
    throw new Refusal("The build for the bench failed: read the lines above.");
  }
  writeStamp(STAMP, digest);
}
