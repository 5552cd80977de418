import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Runs a command to its end. What it writes is kept and comes with the answer; with `show` it also goes to the terminal. */
export function run(command, args, { show = false, timeout = 0, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    let stdout = "";
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (stream === child.stdout) stdout += text;
        if (show) target.write(text);
      });
    }
    const timer = timeout && setTimeout(() => child.kill("SIGKILL"), timeout);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, signal, output, stdout });
    });
  });
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return statOf(pid)?.state !== "Z"; // killed, and only not yet collected by its parent
}

/** What tells a process from a later one with the same number. */
export function birthOf(pid) {
  if (process.platform !== "linux") return psOf(pid, "lstart=");
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot} ${statOf(pid)?.startedAt}`;
}

function statOf(pid) {
  if (process.platform !== "linux") return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], startedAt: fields[19] };
  } catch {
    return null;
  }
}

export function commandOf(pid) {
  if (process.platform !== "linux") return psOf(pid, "command=");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

const psOf = (pid, column) =>
  (spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout ?? "").trim();

/** True once the condition holds; false when the time is over before. */
export async function waitUntil(condition, { within, every = 50 }) {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await pause(every);
  }
  return true;
}

/** Asks a process group to end, and ends it when it does not answer in time. */
export async function endGroup(child, { within = 10_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child.pid, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child.pid, "SIGKILL"), within);
  await gone;
  clearTimeout(timer);
  signalGroup(child.pid, "SIGKILL");
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // the group is gone
  }
}
