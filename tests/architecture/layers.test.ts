import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult, IViolation } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow, ROOT } from "@/tests/support/sources";
import { PLANTS, SOIL } from "./planted";

const TREE = ["app", "components", "lib", "prisma", "scripts", "tests", "content/messages"];
const FILES = [".dependency-cruiser.cjs", "tsconfig.json", "package.json"];
const rules: string[] = createRequire(import.meta.url)("../../.dependency-cruiser.cjs").forbidden.map(
  (rule: { name: string }) => rule.name,
);

/** The real tree, copied, with the planted files in it. */
const garden = mkdtempSync(join(tmpdir(), "sodate-layers-"));
let result: ICruiseResult;

beforeAll(() => {
  for (const path of [...TREE, ...FILES].filter((each) => existsSync(join(ROOT, each)))) {
    cpSync(join(ROOT, path), join(garden, path), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(garden, "node_modules"));
  for (const { file, code } of [...SOIL, ...PLANTS]) {
    mkdirSync(dirname(join(garden, file)), { recursive: true });
    writeFileSync(join(garden, file), code);
  }
  result = JSON.parse(
    cruise(["app", "components", "lib", "prisma", "scripts", "tests"].filter((path) => existsSync(join(garden, path)))),
  );
}, 120_000);

afterAll(() => rmSync(garden, { recursive: true, force: true }));

/** Its exit code is the number of violations, of which there are many. */
function cruise(folders: string[]): string {
  const program = join(ROOT, "node_modules/.bin/depcruise");
  try {
    return execFileSync(
      process.execPath,
      [program, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...folders],
      {
        cwd: garden,
        encoding: "utf8",
        maxBuffer: 200_000_000,
      },
    );
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const isBy = (rule: string, file: string) => (violation: IViolation) =>
  violation.rule.name === rule && violation.from === file;

describe("each rule of the layers", () => {
  test.each(PLANTS)("$rule sees $file", ({ rule, file }) => {
    expect(result.summary.violations.filter(isBy(rule, file))).not.toEqual([]);
  });

  test("has a planted violation", () => {
    expect([...new Set(PLANTS.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });

  test("lets pass what breaks nothing", () => {
    const soil = SOIL.map(({ file }) => file).filter((file) => file !== "lib/planted/two.ts");
    expect(result.summary.violations.filter(({ from }) => soil.includes(from))).toEqual([]);
  });
});

test("every file of TypeScript is read", () => {
  const read = new Set(result.modules.map(({ source }) => source));
  expect(filesBelow(["app", "components", "lib"], /\.tsx?$/).filter((path) => !read.has(path))).toEqual([]);
});

test("every import is found", () => {
  const lost = result.modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ couldNotResolve }) => couldNotResolve).map(({ module }) => `${source} → ${module}`),
  );
  expect(lost).toEqual([]);
});
