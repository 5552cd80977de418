// Chromium for the browser tests: what is there is used, else it is fetched; without one, nothing is skipped.
import { spawnSync } from "node:child_process";
import { run } from "./children.mjs";
import { findBrowser } from "./find-browser.mjs";
import { fromRoot, isRoot, PROJECT_NODE, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const PATIENCE = 90_000;
const DEBIAN = ["chromium", "fonts-noto-cjk"];

export async function ensureBrowser(note) {
  const found = findBrowser() ?? (await fetched(note)) ?? (await installed(note));
  if (!found) {
    throw new Refusal(
      "There is no Chromium for the browser tests: run `npx playwright install chromium`, or install your system's chromium package.",
    );
  }
  note(found);
}

async function fetched() {
  const cli = fromRoot("node_modules", "@playwright", "test", "cli.js");
  await run(PROJECT_NODE, [cli, "install", "chromium"], { cwd: ROOT, timeout: PATIENCE });
  return findBrowser();
}

/** Debian and its relatives, as root. */
async function installed() {
  if (!isRoot() || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...DEBIAN], { env });
  return findBrowser();
}
