import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault } from "./faults";

export type Path = readonly (string | number)[];

/** A YAML file as read: its value, and the line of anything in it. */
export type SourceFile<T> = {
  readonly file: string;
  readonly value: T;
  readonly fault: (path: Path, reason: string) => Fault;
};

/** Reads and checks one file; faults go to `faults`, and the answer is then null. */
export function readSource<S extends z.ZodType>(folder: string, file: string, schema: S, faults: Fault[]) {
  const text = readText(join(folder, file));
  return text === null
    ? refuse(faults, { file, line: 1, reason: "The file is missing." })
    : parseSource(text, file, schema, faults);
}

export function parseSource<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  faults: Fault[],
): SourceFile<z.infer<S>> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken) {
    const reason = `This is not YAML: ${broken.message.split("\n")[0]}`;
    return refuse(faults, { file, line: lines.linePos(broken.pos[0]).line, reason });
  }
  const lineOf = (path: Path) => lineIn(document, lines, path);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) {
    return { file, value: parsed.data, fault: (path, reason) => ({ file, line: lineOf(path), reason }) };
  }
  faults.push(...parsed.error.issues.flatMap((issue) => faultsOf(issue, file, lineOf)));
  return null;
}

function refuse(faults: Fault[], fault: Fault): null {
  faults.push(fault);
  return null;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** The line of the deepest part of the path that the file has. */
function lineIn(document: Document.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const start = keyStart(document, path.slice(0, length)) ?? startOf(document.getIn(path.slice(0, length), true));
    if (start !== null) return lines.linePos(start).line;
  }
  return 1;
}

const startOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "range" in value;

/** A mapping's value may begin a line below its key: the key is where one looks. */
function keyStart(document: Document.Parsed, path: Path): number | null {
  const key = path.at(-1);
  const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(holder)) return null;
  const pair = holder.items.find((each) => isScalar(each.key) && each.key.value === key);
  return startOf(pair?.key);
}

/** One sentence per fault; a union tells of the branch that came closest. */
function faultsOf(issue: z.core.$ZodIssue, file: string, lineOf: (path: Path) => number, above: Path = []): Fault[] {
  const path = [...above, ...issue.path.filter((part) => typeof part !== "symbol")];
  const at = (more: Path, reason: string): Fault => ({ file, line: lineOf([...path, ...more]), reason });
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => at([key], `${where(path)}: there is no '${key}' here.`));
  }
  if (issue.code === "invalid_union") {
    const [closest] = [...issue.errors].sort((a, b) => a.length - b.length);
    if (closest?.length) return closest.flatMap((inner) => faultsOf(inner, file, lineOf, path));
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined && issue.message.includes("undefined");
  return [at([], `${where(path)}: ${missing ? "is missing" : lowerFirst(issue.message)}.`)];
}

const where = (path: Path) => (path.length === 0 ? "file" : path.join("."));
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
