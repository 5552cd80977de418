import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { fromRoot, PROJECT_NODE } from "../../scripts/lib/paths.mjs";

const LOUD = `
  import { main } from ${JSON.stringify(fromRoot("scripts/lib/refusal.mjs"))};
  await main(async () => {
    for (let line = 0; line < 5000; line += 1) process.stdout.write("x".repeat(99) + "\\n");
    process.stdout.write("the last line\\n");
    return 3;
  });`;

test("what a script says last is read, also by who reads late from a pipe, and so is its exit code", async () => {
  const child = spawn(PROJECT_NODE, ["--input-type=module", "-e", LOUD], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  await pause(500);
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  expect(await ended).toBe(3);
  expect(said.endsWith("\nthe last line\n")).toBe(true);
  expect(said.length).toBe(5000 * 100 + "the last line\n".length);
});
