import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";
import { fromRoot, PROJECT_NODE, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const LOADER = fileURLToPath(new URL("./typescript.mjs", import.meta.url));

/** Runs one of the product's own TypeScript files, with `server-only` modules allowed. Answers its exit code and words. */
export const execute = (file, { args = [], environment = {}, signal, show = false } = {}) =>
  run(PROJECT_NODE, ["--conditions=react-server", "--import", LOADER, fromRoot(file), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    signal,
    show,
  });

/** The same as a step of something larger: its words are shown only when it failed. */
export async function runScript(file, options) {
  const { code, output, stdout } = await execute(file, options);
  if (code === 0) return stdout;
  process.stderr.write(output);
  throw new Refusal(`${file} failed: read the lines above.`);
}
