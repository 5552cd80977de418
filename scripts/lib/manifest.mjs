// What a copy consists of: every file with its size, mode and digest.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Refusal } from "./refusal.mjs";

const NAME = "manifest.json";
const FORMAT = 1;

/** Files below a folder, as paths from it, in a fixed order; empty folders too, for PostgreSQL wants its own. */
function walk(folder, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (path === NAME) return [];
      return entry.isDirectory() ? [{ path, isFolder: true }, ...walk(folder, path)] : [{ path }];
    });
}

async function digestOfFile(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

export async function writeManifest(folder, about) {
  const entries = [];
  for (const { path, isFolder } of walk(folder)) {
    const { size, mode } = lstatSync(join(folder, path));
    entries.push(
      isFolder
        ? { path, mode: mode & 0o777 }
        : { path, mode: mode & 0o777, size, sha256: await digestOfFile(join(folder, path)) },
    );
  }
  writeFileSync(join(folder, NAME), `${JSON.stringify({ format: FORMAT, ...about, entries }, null, 1)}\n`, {
    mode: 0o600,
  });
  return entries.length;
}

/** Everything that the manifest names is there and unchanged, and nothing else is. */
export async function readVerified(folder) {
  const manifest = readManifest(folder);
  const there = new Set(walk(folder).map(({ path }) => path));
  for (const { path, sha256 } of manifest.entries) {
    if (!there.delete(path)) throw new Refusal(`The backup is incomplete: ${path} is missing. Nothing was changed.`);
    if (sha256 && (await digestOfFile(join(folder, path))) !== sha256) {
      throw new Refusal(`The backup is damaged: ${path} is not as it was written. Nothing was changed.`);
    }
  }
  const [stranger] = there;
  if (stranger)
    throw new Refusal(`The backup holds a file that is not in its manifest: ${stranger}. Nothing was changed.`);
  return manifest;
}

function readManifest(folder) {
  const file = join(folder, NAME);
  if (!existsSync(file)) throw new Refusal(`${folder} is no backup of Sodate: it has no ${NAME}.`);
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  if (manifest.format !== FORMAT)
    throw new Refusal(`The backup has the format ${manifest.format}, this version reads ${FORMAT}.`);
  return manifest;
}
