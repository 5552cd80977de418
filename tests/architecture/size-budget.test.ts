import ts from "typescript";
import { describe, expect, test } from "vitest";
import { codeLinesOf, filesBelow, linesOf, nodesOf, parse, placeOf, textOf } from "@/tests/support/sources";

const PRODUCT = filesBelow(["app", "components", "lib", "scripts", "prisma/seed"], /\.(ts|tsx|mjs)$/);
const PAGES = PRODUCT.filter((path) => path.endsWith("/page.tsx"));

/** The value below which the given share of them lies. */
function percentile(values: readonly number[], share: number) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const above = (limit: number, sizes: readonly [string, number][]) => sizes.filter(([, size]) => size > limit);

const heightOf = (node: ts.Node) => node.getText().split("\n").length;

const functionSizes: [string, number][] = PRODUCT.flatMap((path) =>
  [...nodesOf(parse(path))].filter(isFunctionWithBody).map((node): [string, number] => [placeOf(node), heightOf(node)]),
);

function isFunctionWithBody(node: ts.Node) {
  return (
    (ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isArrowFunction(node)) &&
    node.body !== undefined &&
    ts.isBlock(node.body)
  );
}

describe("the tail stays small", () => {
  const sizes = PRODUCT.map((path): [string, number] => [path, linesOf(path)]);
  const heights = sizes.map(([, size]) => size);

  test("no file is longer than 300 lines", () => expect(above(300, sizes)).toEqual([]));
  test("nine files in ten have at most 120 lines", () => expect(percentile(heights, 0.9)).toBeLessThanOrEqual(120));
  test("half of the files have at most 50 lines", () => expect(percentile(heights, 0.5)).toBeLessThanOrEqual(50));
  test("no function is longer than 60 lines", () => expect(above(60, functionSizes)).toEqual([]));
  test("nine functions in ten have at most 25 lines", () =>
    expect(
      percentile(
        functionSizes.map(([, size]) => size),
        0.9,
      ),
    ).toBeLessThanOrEqual(25));
  test("a command has at most 40 lines", () =>
    expect(
      above(
        40,
        functionSizes.filter(([place]) => /\/commands\.ts:/.test(place)),
      ),
    ).toEqual([]));
});

describe("a page parses, asks, renders", () => {
  const sizes = PAGES.map((path): [string, number] => [path, linesOf(path)]);
  const heights = sizes.map(([, size]) => size);

  test("half of the pages have at most 30 lines", () => expect(percentile(heights, 0.5)).toBeLessThanOrEqual(30));
  test("nine pages in ten have at most 60 lines", () => expect(percentile(heights, 0.9)).toBeLessThanOrEqual(60));
});

describe("types are honest", () => {
  const files = filesBelow(["app", "components", "lib", "scripts", "prisma/seed", "tests", "bench"], /\.(ts|tsx)$/);

  test("nothing is told to look away", () => {
    const pattern = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;
    expect(
      files.filter((path) => path !== "tests/architecture/size-budget.test.ts" && pattern.test(textOf(path))),
    ).toEqual([]);
  });
  test("no any, and nothing is sworn not to be null", () => {
    const found = files.flatMap((path) =>
      [...nodesOf(parse(path))]
        .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node))
        .map(placeOf),
    );
    expect(found).toEqual([]);
  });
});

describe("tests are worth their name", () => {
  const total = (paths: readonly string[]) => paths.reduce((sum, path) => sum + codeLinesOf(path), 0);

  test("lib/domain has one and a half lines of test for each line", () => {
    const domain = filesBelow(["lib/domain"], /\.ts$/);
    const tests = filesBelow(["tests/unit/domain"], /\.ts$/);
    expect(total(tests) / total(domain)).toBeGreaterThanOrEqual(1.5);
  });
  test("lib has a line of test for each line", () => {
    const lib = filesBelow(["lib"], /\.tsx?$/);
    const tests = filesBelow(["tests/unit", "tests/integration"], /\.tsx?$/);
    expect(total(tests) / total(lib)).toBeGreaterThanOrEqual(1);
  });
  test("nothing is mocked, skipped or left for later", () => {
    const pattern = /\bvi\.(mock|fn|spyOn|stubGlobal)\(|\.(skip|todo|only|fixme)\(/;
    const files = filesBelow(["tests"], /\.(ts|tsx)$/).filter(
      (path) => path !== "tests/architecture/size-budget.test.ts",
    );
    expect(files.filter((path) => pattern.test(textOf(path)))).toEqual([]);
  });
});
