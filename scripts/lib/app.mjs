// The app's process: Next, serving the build (or the sources, for development).
import { spawn } from "node:child_process";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { NEXT_ENVIRONMENT, nextCommand, noteServing } from "./build.mjs";
import { endGroup, waitUntil } from "./children.mjs";
import { ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const FOLLOW = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));
const DOOR = fileURLToPath(new URL("./door.mjs", import.meta.url));
const IN_TIME = 120_000;

/** Starts the app and waits until it answers. What it says before that is shown only when it fails. */
export async function startApp({ command = "start", host, port, environment, signal }) {
  const [node, args] = nextCommand(command, "-H", host, "-p", String(port));
  const child = spawn(node, ["--import", FOLLOW, "--import", DOOR, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...NEXT_ENVIRONMENT,
      NODE_ENV: command === "dev" ? "development" : "production",
      ...environment,
    },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true, // a group of its own: Ctrl-C reaches the start script, which ends the app before the database
  });
  if (command === "start") noteServing(child.pid);
  const ended = new Promise((resolve) => {
    child.once("exit", (code, by) => resolve(by ?? code));
    child.once("error", (error) => resolve(error.message));
  });
  const show = showFromNowOn(child);
  const stop = () => endGroup(child);
  const answers = () => isHealthy({ host, port, origin: environment.APP_ORIGIN });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || signal?.aborted;
  const inTime = await waitUntil(async () => hasEnded() || (await answers()), { within: IN_TIME, every: 50 });
  const said = show();
  if (inTime && !hasEnded()) return { ended, stop };
  await stop();
  signal?.throwIfAborted();
  process.stderr.write(said);
  throw new Refusal(
    inTime ? "The app ended while starting: read the lines above." : "The app did not answer in two minutes.",
  );
}

/** Holds the app's words back until called, then lets them through; answers what was held. */
function showFromNowOn(child) {
  let held = "";
  let open = false;
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream.setEncoding("utf8").on("data", (text) => {
      if (open) target.write(text);
      else held += text;
    });
  }
  return () => {
    open = true;
    return held;
  };
}

/** Asked under the app's own name, whatever address it listens on. */
function isHealthy({ host, port, origin }) {
  const hostname = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return new Promise((resolve) => {
    const asked = request(
      { hostname, port, path: "/api/health", headers: { host: new URL(origin).host }, timeout: 20_000 },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
    asked.end();
  });
}
