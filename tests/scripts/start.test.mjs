import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commandOf, waitUntil } from "../../scripts/lib/children.mjs";
import { embeddedUrls, withClient } from "../../scripts/lib/database.mjs";
import { holderOf } from "../../scripts/lib/lock.mjs";
import { aDataFolder, aStart, kill, runToEnd, survivorsOf } from "./a-start.mjs";

let data;
const toEnd = [];

beforeEach(() => {
  data = aDataFolder();
});
afterEach(async () => {
  for (const pids of toEnd.splice(0)) kill(pids, "SIGKILL");
  data.remove();
});

/** A start whose processes end with the test, whatever happens in it. */
async function started(...args) {
  const start = await aStart(data.folder, args);
  expect(start.said()).toContain(`is at ${start.address}`);
  const processes = start.processes();
  toEnd.push(processes);
  return { ...start, all: processes };
}

/** As the app does: through the one way into the trail, and by reading it. */
const asApp = (work) =>
  withClient(embeddedUrls(data.folder, holderOf(data.folder).databasePort, "sodate").appUrl, work);
const append = (subject) =>
  asApp((client) => client.query("select audit.append('test', 'Happened', $1, '{}')", [subject]));
const subjects = () =>
  asApp(async (client) => (await client.query("select subject from audit.event")).rows.map((row) => row.subject));

/** The process that runs the jobs, once it is there. */
async function runnerOf(start) {
  const isRunner = (pid) => commandOf(pid).includes("scripts/worker.ts");
  await waitUntil(() => start.processes().some(isRunner), { within: 15_000 });
  return start.processes().find(isRunner);
}

const health = async ({ address }) => (await fetch(`${address}/api/health`)).status;

describe("npm start", () => {
  test("serves, prints the set-up link while nobody is there, and leaves nothing behind on Ctrl-C", async () => {
    const start = await started();
    expect(start.said()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/set-up\/\S{20}/);
    expect(await health(start)).toBe(200);

    kill([-start.pid], "SIGINT");
    expect(await start.ended).toBe(0);
    expect(start.said()).toContain("Stopped.");
    expect(await survivorsOf(start.all)).toEqual([]);
  });

  test("starts again by itself after kill -9 of everything, in less than ten seconds", async () => {
    const first = await started();
    await append("before the kill");
    kill(first.all, "SIGKILL");
    expect(await survivorsOf(first.all)).toEqual([]);

    const since = Date.now();
    const second = await started();
    expect(Date.now() - since).toBeLessThan(10_000);
    expect(await health(second)).toBe(200);
    expect(await subjects()).toContain("before the kill");
    kill([second.pid], "SIGTERM");
    expect(await survivorsOf(second.all)).toEqual([]);
  });

  test("does not outlive its own kill: the app goes, and the next start takes the database over", async () => {
    const first = await started();
    kill([first.pid], "SIGKILL");
    const second = await started();
    expect(await health(second)).toBe(200);
    expect(await survivorsOf(first.all.filter((pid) => !second.all.includes(pid)))).toEqual([]);
    kill([second.pid], "SIGTERM");
    expect(await survivorsOf(second.all)).toEqual([]);
  });

  test("is one at a time in a data folder", async () => {
    const start = await started();
    const second = await aStart(data.folder);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`npm start has the data folder ${data.folder}`);
    kill([start.pid], "SIGTERM");
    await survivorsOf(start.all);
  });

  test("stops for a backup and goes on; the backup restores what was there", async () => {
    const start = await started();
    await append("in the backup");
    const copy = aDataFolder();
    const file = join(copy.folder, "backup.tar.gz");
    expect(await runToEnd("backup", [file], { SODATE_DATA: data.folder })).toMatchObject({ code: 0 });
    await expect.poll(() => health(start).catch(() => 0), { timeout: 30_000 }).toBe(200);
    await append("after the backup");
    const now = start.processes();
    toEnd.push(now);
    kill([start.pid], "SIGTERM");
    expect(await survivorsOf([...start.all, ...now])).toEqual([]);

    expect(await runToEnd("restore", [file], { SODATE_DATA: data.folder })).toMatchObject({ code: 0 });
    const again = await started();
    const there = await subjects();
    expect(there).toContain("in the backup");
    expect(there).not.toContain("after the backup");
    kill([again.pid], "SIGTERM");
    await survivorsOf(again.all);
    copy.remove();
  });
});

describe("the jobs", () => {
  test("run beside the app; a runner that is killed comes back, and the pages do not notice", async () => {
    const start = await started();
    const jobs = async () => (await (await fetch(`${start.address}/api/health`)).json()).jobs;
    await expect.poll(jobs, { timeout: 30_000 }).toBe("running");
    const runner = await runnerOf(start);
    kill([runner], "SIGKILL");
    await expect.poll(() => runnerOf(start), { timeout: 15_000 }).not.toBe(runner);
    expect(await health(start)).toBe(200);
    const all = [...new Set([...start.all, ...start.processes()])];
    toEnd.push(all);

    kill([-start.pid], "SIGINT");
    expect(await start.ended).toBe(0);
    expect(start.said()).toContain("The job runner ended by itself");
    expect(await survivorsOf(all)).toEqual([]);
  });
});

describe("one clear sentence, and nothing half done", () => {
  const refused = async (args, env) =>
    await runToEnd("start", args, { SODATE_DATA: join(data.folder, "fresh"), ...env });

  test("for a port that is taken", async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address();
    const { code, said } = await refused(["--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} on 127.0.0.1 is taken`);
  });

  test("for another machine's reach without an address of https", async () => {
    const { code, said } = await refused(["--host", "0.0.0.0"]);
    expect(code).toBe(1);
    expect(said).toContain("APP_ORIGIN=https://");
    expect(said).toContain("docs/operating.md");
  });

  test("for a database that does not answer", async () => {
    const { code, said } = await refused(["--port", "39999"], { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/none" });
    expect(code).toBe(1);
    expect(said).toMatch(/DATABASE_URL cannot be reached: 127\.0\.0\.1:1\/none says/);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test("for an option that is none", async () => {
    expect(await refused(["--prot", "1"])).toMatchObject({
      code: 1,
      said: expect.stringContaining("Unknown option '--prot'"),
    });
  });
});
