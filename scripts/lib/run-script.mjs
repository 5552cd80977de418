import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";
import { fromRoot, PROJECT_NODE, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const LOADER = fileURLToPath(new URL("./typescript.mjs", import.meta.url));

/** Runs one of the product's own TypeScript files, with `server-only` modules allowed; answers what it wrote. */
export async function runScript(file, { args = [], environment = {}, signal, show = false } = {}) {
  const { code, output } = await run(
    PROJECT_NODE,
    ["--conditions=react-server", "--import", LOADER, fromRoot(file), ...args],
    {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      signal,
      show,
    },
  );
  if (code === 0) return output;
  if (!show) process.stderr.write(output);
  throw new Refusal(`${file} failed: read the lines above.`);
}
