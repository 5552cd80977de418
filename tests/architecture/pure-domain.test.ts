import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT } from "@/tests/support/sources";

const garden = mkdtempSync(join(tmpdir(), "sodate-domain-"));
afterAll(() => rmSync(garden, { recursive: true, force: true }));

for (const file of ["biome.json", "tests/architecture/pure-domain.grit"]) cpSync(join(ROOT, file), join(garden, file));
symlinkSync(join(ROOT, "node_modules"), join(garden, "node_modules"));

/** What Biome says about one statement in lib/domain. */
function lint(statement: string) {
  mkdirSync(join(garden, "lib/domain"), { recursive: true });
  writeFileSync(join(garden, "lib/domain/planted.ts"), `export const planted = () => ${statement};\n`);
  const args = ["lint", "--vcs-enabled=false", "--colors=off", "lib/domain/planted.ts"];
  try {
    return execFileSync(join(ROOT, "node_modules/.bin/biome"), args, { cwd: garden, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

test.each(["Date.now()", "new Date()", "Math.random()", "crypto.randomUUID()", "process.env.TZ"])(
  "lib/domain does not ask for %s",
  (effect) => {
    expect(lint(effect)).toContain("lib/domain is pure");
  },
);

test("a date that is given is no question", () => {
  expect(lint('new Date("2026-04-01")')).not.toContain("lib/domain is pure");
});
