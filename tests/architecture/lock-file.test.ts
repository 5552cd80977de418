import { expect, test } from "vitest";
import { textOf } from "@/tests/support/sources";

type Entry = { version?: string; optionalDependencies?: Record<string, string> };
const { packages } = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, Entry> };
const { dependencies, devDependencies } = JSON.parse(textOf("package.json")) as Record<string, Record<string, string>>;

const names = new Set(
  Object.keys(packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)),
);

test("the lock file knows the packages of every platform, or `npm ci` refuses it (node scripts/lock.mjs adds them)", () => {
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});

test("every dependency is pinned, and the lock file agrees", () => {
  const declared = Object.entries({ ...dependencies, ...devDependencies });
  expect(declared.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});
