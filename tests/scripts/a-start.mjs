import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, waitUntil } from "../../scripts/lib/children.mjs";
import { PROJECT_NODE, ROOT } from "../../scripts/lib/paths.mjs";
import { anyFreePort } from "../../scripts/lib/postgres.mjs";

/** A data folder that goes away with the test, and with it what a restore kept beside it. */
export function aDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), "sodate-start-"));
  chmodSync(folder, 0o711);
  const remove = () => {
    for (const name of readdirSync(tmpdir()).filter((entry) => join(tmpdir(), entry).startsWith(folder))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  };
  return { folder, remove };
}

/** Runs one of the scripts as npm would, in a group of its own. */
export function aScript(name, args, { SODATE_DATA, ...env } = {}) {
  const child = spawn(PROJECT_NODE, [`scripts/${name}.mjs`, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: "", APP_ORIGIN: "", SODATE_DATA, SODATE_BEGAN_AT: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const ended = new Promise((resolve) => child.once("close", (code) => resolve(code)));
  return { pid: child.pid, said: () => said, ended };
}

export const runToEnd = async (name, args, env) => {
  const script = aScript(name, args, env);
  return { code: await script.ended, said: script.said() };
};

/** `npm start`, until it says that it is there. */
export async function aStart(folder, args = []) {
  const port = await anyFreePort();
  const script = aScript("start", ["--port", String(port), ...args], { SODATE_DATA: folder });
  let isOver = false;
  script.ended.then(() => {
    isOver = true;
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntil(() => isOver || script.said().includes(`is at ${address}`), { within: 60_000 });
  return { ...script, port, address, processes: () => processesOf(script.pid, folder) };
}

/** All that belongs to a start: its descendants, and the database, which is nobody's child after a kill. */
function processesOf(root, folder) {
  const parents = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const below = (pid) => [pid, ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child))];
  const server = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n", 1)[0]);
  return [...new Set([...below(root), ...below(server)])];
}

export const kill = (pids, signal) => {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, signal);
};

/** Those that still live after the moment that it takes to go. */
export async function survivorsOf(pids) {
  await waitUntil(() => !pids.some(isAlive), { within: 15_000, every: 100 });
  await pause(50);
  return pids.filter(isAlive);
}
