import { execFile } from "node:child_process";
import { appendFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { holderOf, takeLock } from "../../scripts/lib/lock.mjs";
import { readVerified, writeManifest } from "../../scripts/lib/manifest.mjs";
import { readOptions } from "../../scripts/lib/options.mjs";
import { fromRoot, PROJECT_NODE } from "../../scripts/lib/paths.mjs";
import { openSecrets, secretsFileIn } from "../../scripts/lib/secrets.mjs";
import { aDataFolder } from "./a-start.mjs";

let data;
beforeEach(() => {
  data = aDataFolder();
});
afterEach(() => data.remove());

describe("the lock on the data folder", () => {
  test("has one holder, who is named to the next", () => {
    const lock = takeLock(data.folder, "npm start");
    expect(holderOf(data.folder)).toMatchObject({ pid: process.pid, purpose: "npm start" });
    expect(() => takeLock(data.folder, "npm run backup")).toThrow(/npm start has the data folder .* stop it first/);
    lock.release();
    expect(holderOf(data.folder)).toBeNull();
  });

  test("is free when its holder was killed, also when the number lives on", () => {
    writeFileSync(
      join(data.folder, "running.json"),
      JSON.stringify({ pid: process.pid, birth: "another", purpose: "npm start" }),
    );
    expect(holderOf(data.folder)).toBeNull();
    takeLock(data.folder, "npm start").release();
  });

  test("goes to exactly one of ten that try at once", async () => {
    const code = `import { takeLock } from ${JSON.stringify(fromRoot("scripts/lib/lock.mjs"))};
      try { takeLock(process.argv[1], "a try"); console.log("mine"); setTimeout(() => {}, 1500); } catch { console.log("taken"); }`;
    const tries = Array.from({ length: 10 }, () =>
      promisify(execFile)(PROJECT_NODE, ["--input-type=module", "-e", code, data.folder]),
    );
    const answers = (await Promise.all(tries)).map(({ stdout }) => stdout.trim());
    expect(answers.filter((answer) => answer === "mine")).toHaveLength(1);
  });
});

describe("a manifest", () => {
  const write = (name, text) => writeFileSync(join(data.folder, name), text);
  beforeEach(async () => {
    mkdirSync(join(data.folder, "empty"));
    write("one", "1");
    write("two", "2");
    await writeManifest(data.folder, { product: "sodate" });
  });

  test("finds everything as it was", async () => {
    expect((await readVerified(data.folder)).entries.map(({ path }) => path)).toEqual(["empty", "one", "two"]);
  });
  test("finds a file that changed", async () => {
    appendFileSync(join(data.folder, "one"), " ");
    await expect(readVerified(data.folder)).rejects.toThrow("damaged: one");
  });
  test("finds a file that is missing", async () => {
    rmSync(join(data.folder, "two"));
    await expect(readVerified(data.folder)).rejects.toThrow("two is missing");
  });
  test("finds a stranger", async () => {
    write("three", "3");
    await expect(readVerified(data.folder)).rejects.toThrow("not in its manifest: three");
  });
});

describe("secrets", () => {
  test("are made once and kept where nobody else reads", () => {
    const made = openSecrets(data.folder);
    expect(openSecrets(data.folder)).toEqual(made);
    expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length);
    expect(statSync(secretsFileIn(data.folder)).mode & 0o777).toBe(0o600);
  });
});

describe("options", () => {
  const origin = process.env.APP_ORIGIN;
  afterEach(() => {
    if (origin === undefined) delete process.env.APP_ORIGIN;
    else process.env.APP_ORIGIN = origin;
  });

  test("without any, it is at home", () => {
    delete process.env.APP_ORIGIN;
    expect(readOptions([])).toEqual({ demo: false, port: 3000, host: "127.0.0.1", origin: "http://127.0.0.1:3000" });
    expect(readOptions(["--demo", "--port", "3001"])).toMatchObject({ demo: true, origin: "http://127.0.0.1:3001" });
  });
  test.each(["0", "65536", "x", "3000.5", ""])("no port: %s", (port) => {
    expect(() => readOptions(["--port", port])).toThrow("is no port");
  });
  test.each(["0.0.0.0", "::", "192.0.2.1", "sodate.example.jp"])("%s needs an address of https", (host) => {
    delete process.env.APP_ORIGIN;
    expect(() => readOptions(["--host", host])).toThrow("APP_ORIGIN=https://");
    process.env.APP_ORIGIN = "http://sodate.example.jp";
    expect(() => readOptions(["--host", host])).toThrow("APP_ORIGIN=https://");
    process.env.APP_ORIGIN = "https://sodate.example.jp/path";
    expect(readOptions(["--host", host]).origin).toBe("https://sodate.example.jp");
  });
});
