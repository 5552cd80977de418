// The process that runs the jobs, beside the app.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endGroup } from "./children.mjs";
import { fromRoot, PROJECT_NODE, ROOT } from "./paths.mjs";
import { line } from "./steps.mjs";

const FOLLOW = fileURLToPath(new URL("./follow-parent.mjs", import.meta.url));
const LOADER = fileURLToPath(new URL("./typescript.mjs", import.meta.url));
const LONGEST_PAUSE = 60_000;

/** Starts it, and again whenever it ends by itself, ever later: nobody's page depends on it. */
export function startWorker({ environment }) {
  let child;
  let timer;
  let pause = 1_000;
  let isStopping = false;
  const begin = () => {
    const since = Date.now();
    child = spawnWorker(environment);
    child.once("exit", (code, by) => {
      if (isStopping) return;
      if (Date.now() - since > LONGEST_PAUSE) pause = 1_000;
      line(`The job runner ended by itself (${by ?? code}); it starts again in ${pause / 1000} s.`);
      timer = setTimeout(begin, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  };
  begin();
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await endGroup(child);
    },
  };
}

function spawnWorker(environment) {
  const child = spawn(PROJECT_NODE, ["--import", FOLLOW, "--import", LOADER, fromRoot("scripts", "worker.ts")], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", ...environment },
    stdio: ["pipe", "inherit", "inherit"],
    detached: true, // a group of its own, as the app: it is ended before the database
  });
  child.on("error", () => {});
  return child;
}
