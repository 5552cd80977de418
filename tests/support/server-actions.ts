import { globSync, readFileSync } from "node:fs";

export type ActionInSource = {
  readonly file: string;
  readonly name: string;
  /** `definePublicAction`: needs no sign-in. */
  readonly isPublic: boolean;
  /** The export's own text, up to the next one. */
  readonly text: string;
};

const EXPORT = /^export const (\w+) = define(Public)?Action\(/gm;
/** Anything exported in another way would be an action that nothing wraps. */
const ANY_EXPORT = /^export (?!const \w+ = define(?:Public)?Action\().*$/gm;

/** Every server action of the app, read from the files that say "use server". */
export function actionsInSource(): ActionInSource[] {
  return serverFiles().flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const starts = [...source.matchAll(EXPORT)];
    return starts.map((match, place) => ({
      file,
      name: match[1] ?? "",
      isPublic: match[2] !== undefined,
      text: source.slice(match.index, starts[place + 1]?.index),
    }));
  });
}

/** Exports of server files that are not made by defineAction: there must be none. */
export const unwrappedExports = (): string[] =>
  serverFiles().flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(ANY_EXPORT)].map(([line]) => `${file}: ${line}`),
  );

/** Files with the directive, wherever they are; within a function it is found too. */
const serverFiles = () =>
  globSync(["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.ts"])
    .filter((file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8")))
    .sort();
