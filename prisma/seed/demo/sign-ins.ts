import { randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emailOf } from "./organisation";
import type { Plan } from "./plan";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** One password for everybody, made at the first start of this installation and kept in its data folder. */
export function demoPassword(folder: string): string {
  const file = join(folder, "demo-password");
  if (!existsSync(file))
    writeFileSync(file, `${[part(), part(), part(), part()].join("-")}\n`, { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

/** Who to sign in as, and what each shows. */
export function signInsOf({ people }: Plan, password: string): string {
  const shown = people.filter((person) => person.shows);
  const width = Math.max(...shown.map((person) => emailOf(person).length));
  const lines = shown.map((person) => `  ${emailOf(person).padEnd(width)}  ${person.shows}`);
  return [`Sign in as any of these. The password of all is ${password}`, ...lines, ""].join("\n");
}
