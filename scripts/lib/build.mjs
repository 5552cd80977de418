import { existsSync, rmSync } from "node:fs";
import { birthOf, isAlive, run } from "./children.mjs";
import { fromRoot, PROJECT_NODE, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { digestOf, readStamp, writeStamp } from "./stamps.mjs";

const STAMP = fromRoot(".next", "sodate-build");
const NEXT = fromRoot("node_modules", "next", "dist", "bin", "next");

/** All that decides what `next build` makes. The curriculum is not in it: it is read from the database. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "content/messages",
  "content/glossary.yaml",
  "prisma/schema",
  "global.d.ts",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Next with the given command, under our own Node and without telemetry. */
export const nextCommand = (...args) => [PROJECT_NODE, [NEXT, ...args]];
export const NEXT_ENVIRONMENT = { NEXT_TELEMETRY_DISABLED: "1" };

const SERVED = fromRoot(".next", "sodate-served-by");

/** Notes who serves this build: building anew would pull it away under them. */
export const noteServing = (pid) => writeStamp(SERVED, `${pid} ${birthOf(pid)}`);

function requireUnserved() {
  const served = readStamp(SERVED);
  const pid = Number(served.split(" ", 1)[0]);
  if (!served || !isAlive(pid) || served !== `${pid} ${birthOf(pid)}`) return;
  throw new Refusal(
    `Sources changed, but Sodate is being served from this folder (process ${pid}): stop it before building anew.`,
  );
}

/** Builds when sources changed since the last build that succeeded. */
export async function ensureBuild(note = () => {}, options = {}) {
  const digest = digestOf(SOURCES, process.env.SODATE_BENCH ?? "");
  if (readStamp(STAMP) === digest && existsSync(fromRoot(".next", "BUILD_ID"))) return note("unchanged");
  requireUnserved();
  rmSync(STAMP, { force: true });
  const [node, args] = nextCommand("build");
  const { code, output } = await run(node, args, {
    cwd: ROOT,
    env: { ...process.env, ...NEXT_ENVIRONMENT, NODE_ENV: "production" },
    ...options,
  });
  if (code !== 0) {
    process.stderr.write(output);
    throw new Refusal("The build failed: read the lines above.");
  }
  writeStamp(STAMP, digest);
}
