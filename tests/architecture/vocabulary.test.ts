import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { filesBelow, nodesOf, parse, placeOf, textOf } from "@/tests/support/sources";

const term = z.strictObject({
  ja: z.string().min(1),
  en: z.string().min(1),
  code: z.string().regex(/^[A-Z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/),
  definition: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
});
const glossary = z.strictObject({ terms: z.array(term) }).parse(parseYaml(textOf("content/glossary.yaml")));

const SOURCES = filesBelow(["app", "components", "lib", "scripts", "prisma/seed"], /\.(ts|tsx|mjs)$/);

/** Words that say nothing when they stand alone, and those that the glossary gives another name. */
const BANNED = new Set([
  "data",
  "info",
  "item",
  "util",
  "utils",
  "helper",
  "helpers",
  "common",
  "service",
  "handler",
  "process",
  "role",
  "level",
]);
const isBanned = (name: string) => BANNED.has(name.toLowerCase()) || /.Manager$/.test(name);

describe("the glossary", () => {
  test.each(["ja", "en", "code"] as const)("has one %s for each thing", (key) => {
    const all = glossary.terms.map((entry) => entry[key]);
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });
});

describe("names", () => {
  test("files are called after something", () => {
    expect(SOURCES.filter((path) => isBanned(basename(path).split(".")[0] ?? ""))).toEqual([]);
  });

  test("what a file declares for others to read is, too", () => {
    const found = SOURCES.flatMap((path) => {
      const names = [...nodesOf(parse(path))].flatMap((node) => (isTopLevel(node) ? namesDeclaredBy(node) : []));
      return names.filter((name) => isBanned(name.text)).map((name) => `${placeOf(name)} ${name.text}`);
    });
    expect(found).toEqual([]);
  });
});

const isTopLevel = (node: ts.Node) =>
  node.parent !== undefined &&
  node.parent.kind === ts.SyntaxKind.SyntaxList &&
  node.parent.parent?.kind === ts.SyntaxKind.SourceFile;

function namesDeclaredBy(node: ts.Node): ts.Identifier[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name).filter((name) => ts.isIdentifier(name));
  }
  const named =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node);
  return named && node.name ? [node.name] : [];
}

/** `{ a: { b: "x" } }` → `a.b` and "x" */
const flatten = (value: unknown, path: string): [string, string][] =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`));

const messagesIn = (language: "ja" | "en") =>
  filesBelow([`content/messages/${language}`], /\.json$/).flatMap((path) =>
    flatten(JSON.parse(textOf(path)), path.replace(`content/messages/${language}/`, "")),
  );

/** A person is named in each language's own script: `{by}` here is `{byLatin}` there. */
const argumentsOf = (text: string) => `${[...icuArguments(text)].map((name) => name.replace(/Latin$/, "")).sort()}`;

/** The values that an ICU message names: `{name}`, `{count, plural, one {# day} other {{days} days}}`, `<link>`. */
function icuArguments(text: string, found = new Set<string>()): Set<string> {
  for (const [, tag] of text.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  for (const group of groupsOf(text)) {
    const [, name = "", kind, rest = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,([\s\S]*))?)?$/.exec(group) ?? [];
    found.add(name);
    if (/^(plural|select|selectordinal)$/.test(kind ?? ""))
      for (const choice of groupsOf(rest)) icuArguments(choice, found);
  }
  return found;
}

/** What stands between the outermost braces. */
function groupsOf(text: string): string[] {
  const groups: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "{" && depth++ === 0) start = index + 1;
    if (character === "}" && --depth === 0) groups.push([...text].slice(start, index).join(""));
  }
  return groups;
}

describe("messages", () => {
  const ja = new Map(messagesIn("ja"));
  const en = new Map(messagesIn("en"));

  test("Japanese and English say the same things", () => {
    expect([...en.keys()].sort()).toEqual([...ja.keys()].sort());
  });

  test("each names the same values in both languages", () => {
    const differing = [...ja].filter(([key, text]) => argumentsOf(text) !== argumentsOf(en.get(key) ?? ""));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("what is worded in one language is in the other", () => {
    expect([...ja].filter(([key, text]) => (text === "") !== (en.get(key) === "")).map(([key]) => key)).toEqual([]);
  });

  /** One word of completion for each noun: met, done, verified, signed off. */
  const wrong = [
    /\bcriteri(on|a)( has| have)?( been| is| are| was| were)? (achieved|completed|done|fulfilled|passed)\b/i,
    /\bSTEP ?\d?( has| have)?( been| is| was)? (approved|achieved|passed|met|done)\b/i,
    /\btasks?( has| have)?( been| is| are| was| were)? (achieved|met|verified|approved)\b/i,
    /\brecords?( has| have)?( been| is| are| was| were)? (approved|signed off|met|achieved)\b/i,
  ];
  test.each(wrong)("the word for being finished fits the noun: not %s", (pattern) => {
    expect([...en].filter(([, text]) => pattern.test(text)).map(([key]) => key)).toEqual([]);
  });
});

describe("words for people are in content/messages", () => {
  const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  /** Below lib there are words to compare with and names of weekdays, but no sentence. */
  const SENTENCE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}、。]{8}/u;
  const wordsIn = (folders: string[], isWord: (node: ts.Node) => boolean) =>
    filesBelow(folders, /\.(ts|tsx)$/).flatMap((path) => [...nodesOf(parse(path))].filter(isWord).map(placeOf));
  const stringOf = (node: ts.Node) =>
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isJsxText(node)
      ? node.text
      : "";

  test("no Japanese in a screen's code", () => {
    expect(wordsIn(["app", "components"], (node) => JAPANESE.test(stringOf(node)))).toEqual([]);
  });

  test("no sentence in the code below", () => {
    expect(wordsIn(["lib"], (node) => SENTENCE.test(stringOf(node)))).toEqual([]);
  });

  test("no word between two tags, but for the names of keys", () => {
    const isWord = (node: ts.Node) => ts.isJsxText(node) && /\p{Letter}{2}/u.test(node.text) && !isInKey(node);
    expect(wordsIn(["app", "components"], isWord)).toEqual([]);
  });

  const isInKey = (node: ts.Node) =>
    ts.isJsxElement(node.parent) && /^kbd$/i.test(node.parent.openingElement.tagName.getText());
});
