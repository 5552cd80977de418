// A backup is a folder, or one file with the folder in it (.tar.gz).
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { run } from "./children.mjs";
import { Refusal } from "./refusal.mjs";

export const isArchive = (path) => /\.(tar\.gz|tgz)$/.test(path);

export function requireUnused(path) {
  if (existsSync(path) && (isArchive(path) || readdirSync(path).length > 0)) {
    throw new Refusal(`${path} is there already: name a new file or folder.`);
  }
  if (!existsSync(dirname(path))) throw new Refusal(`${dirname(path)} does not exist.`);
}

export async function pack(folder, file) {
  await tar(["-czf", `${file}.part`, "-C", folder, "."]);
  renameSync(`${file}.part`, file);
}

/** Where the backup lies as a folder, and how to clear it away again. */
export async function unpacked(path, beside) {
  if (!existsSync(path)) throw new Refusal(`${path} does not exist.`);
  if (!isArchive(path)) return { folder: path, clear: () => {} };
  const folder = mkdtempSync(join(dirname(beside), `.${basename(beside)}-unpacked-`));
  await tar(["-xzf", path, "-C", folder, "--no-same-owner"]);
  return { folder, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

async function tar(args) {
  const { code, output } = await run("tar", args).catch(({ message }) => ({ code: 1, output: message }));
  if (code !== 0) throw new Refusal(`tar failed: ${output.trim().split("\n").at(-1)}`);
}
