import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const SKIPPED = new Set(["node_modules", "generated", ".next"]);

/** Files of the tree below the folders, as paths from its root; a folder that is not there has none. */
export function filesBelow(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((folder) => {
    const at = join(ROOT, folder);
    if (!statSync(at, { throwIfNoEntry: false })?.isDirectory()) return [];
    return readdirSync(at, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => !path.split("/").some((part) => SKIPPED.has(part)));
  });
}

export const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

export const linesOf = (path: string) => textOf(path).trimEnd().split("\n").length;

/** Lines that say something: neither empty nor a comment. */
export const codeLinesOf = (path: string) =>
  textOf(path)
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;

export const parse = (path: string) =>
  ts.createSourceFile(
    path,
    textOf(path),
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : undefined,
  );

/** Every node of a file, the outer ones first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

export const placeOf = (node: ts.Node) => {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};
