import { homedir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
export const fromRoot = (...parts) => join(ROOT, ...parts);
export const MODULES = fromRoot("node_modules");
export const STAMPS = join(MODULES, ".sodate");
export const PROJECT_NODE = join(MODULES, "node", "bin", "node");

export const isRoot = () => userInfo().uid === 0;

/** Where an installation keeps all that it must not lose: out of the reach of `git clean`. */
export function dataFolder() {
  if (process.env.SODATE_DATA) return resolve(process.env.SODATE_DATA);
  if (isRoot()) return "/var/lib/sodate";
  return join(process.env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "sodate");
}
