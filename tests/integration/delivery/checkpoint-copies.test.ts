import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkpointByClock, makeCheckpoint } from "@/lib/audit/commands";
import { checkTrail, faultsOf, findPublicKey } from "@/lib/audit/queries";
import { removeMailServer } from "@/lib/delivery/commands";
import { listDeadJobs } from "@/lib/job/queries";
import { db } from "@/lib/platform/db";
import { appendMany, atOnce, tamper } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { mailGoesTo } from "@/tests/support/delivery";
import { aClock } from "@/tests/support/jobs";
import { runJobs } from "@/tests/support/notices";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { aReceiver } from "@/tests/support/receiver";
import { aMailServer } from "@/tests/support/smtp";
import { aVault, type VaultMade } from "@/tests/support/vault";

const PORT = 34_187;
process.env.SODATE_WEBHOOKS = "loopback";
process.env.SODATE_CHECKPOINT_MAIL = "first@keep.example, second@keep.example";
process.env.SODATE_CHECKPOINT_WEBHOOK = `http://127.0.0.1:${PORT}/in`;

const MINUTE = 60_000;
const clock = aClock();
let world: World;
let vault: VaultMade;
let mails: Awaited<ReturnType<typeof aMailServer>>;
let program: Awaited<ReturnType<typeof aReceiver>>;

beforeEach(async () => {
  await emptyDatabase();
  clock.set(new Date("2099-01-01T01:00:00Z"));
  world = await aWorld();
  vault = aVault();
  mails = await aMailServer();
  program = await aReceiver(PORT);
  await mailGoesTo(mails.port, await shin());
});
afterEach(async () => {
  vault.remove();
  await mails.close();
  await program.close();
});

const shin = () => actorOf(world.people.shin.id);
const run = () => runJobs(clock.read());
async function checkpointed(events: number) {
  await appendMany(events);
  await checkpointByClock(clock.read, vault);
}

/** The program that somebody elsewhere runs on what arrived. */
async function verifiedOutside(arrived: string, key?: string) {
  const file = `${vault.folder}/arrived`;
  writeFileSync(file, arrived);
  const known = key ?? (await findPublicKey(vault)) ?? "";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["scripts/verify-checkpoint.mjs", file, "--key", known],
    { encoding: "utf8" },
  );
  return { status, said: `${stdout}${stderr}` };
}
const lettersTo = (name: string) => mails.letters.filter(({ to }) => to.includes(`${name}@keep.example`));
const attachmentIn = (text: string) =>
  /(sodate\/test\n[\s\S]*?\n\n— [^\n]+\n)/.exec(text.replaceAll("\r\n", "\n"))?.[1];

describe("a checkpoint leaves the host", () => {
  test("as a mail to each address, once a day, that verifies outside as text and as attachment", async () => {
    await checkpointed(150);
    await run();
    expect(mails.letters.map(({ to }) => to[0]).sort()).toEqual(["first@keep.example", "second@keep.example"]);
    const [letter] = lettersTo("first");
    expect(letter?.header("Subject")).toBeTruthy();
    expect(letter?.raw).toContain("checkpoint-");
    expect(await verifiedOutside(letter?.text ?? "")).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^✓ 15\d events on 2099-01-01T01:00:00.000Z/),
    });
    await checkpointed(150);
    await run();
    expect(lettersTo("first")).toHaveLength(1);
    clock.pass(24 * 60 * MINUTE);
    await checkpointed(1);
    await run();
    expect(lettersTo("first")).toHaveLength(2);
  });

  test("to a program each time, also one that an export or a person asked for, and once however often it is asked", async () => {
    await checkpointed(150);
    await run();
    await appendMany(1);
    await makeCheckpoint(clock.read(), vault);
    await atOnce(5, () => checkpointByClock(clock.read, vault));
    await run();
    const bodies = program.received.map(({ body }) => JSON.parse(body));
    expect(bodies).toMatchObject([
      { type: "audit.checkpoint", data: { size: 151, origin: "sodate/test", publicKey: await findPublicKey(vault) } },
      { type: "audit.checkpoint", data: { size: 152 } },
    ]);
    for (const { body } of program.received) expect((await verifiedOutside(body)).status).toBe(0);
  });

  test("and comes once in effect where the program was away for an hour", async () => {
    program.answers((response) => response.writeHead(500).end());
    await checkpointed(150);
    await run();
    program.answers((response) => response.writeHead(204).end());
    for (let minute = 0; minute < 60; minute += 10) {
      clock.pass(10 * MINUTE);
      await run();
    }
    expect(program.received.length).toBeGreaterThan(1);
    expect(new Set(program.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await db().job.count({ where: { kind: "callCheckpoint", doneAt: null } })).toBe(0);
  });

  test("without a mail server it is given up after two days, where an administrator sees why", async () => {
    await removeMailServer({}, { actor: await shin(), now: clock.read() });
    await checkpointed(150);
    for (let hours = 0; hours < 72; hours += 2) {
      await run();
      clock.pass(2 * 60 * MINUTE);
    }
    const dead = await listDeadJobs(await shin(), 1);
    expect(dead?.rows.map(({ kind, failure }) => `${kind} ${failure}`)).toEqual(
      Array(2).fill("mailCheckpoint NoMailServer"),
    );
    expect(JSON.stringify(dead?.rows)).not.toContain("keep.example");
  });
});

describe("what arrived", () => {
  test("finds a trail that was rewritten consistently, together with the key noted elsewhere", async () => {
    await checkpointed(150);
    await run();
    const copy = `${vault.folder}/copy`;
    writeFileSync(copy, `${attachmentIn(lettersTo("first")[0]?.text ?? "")}\n`);
    const key = (await findPublicKey(vault)) ?? undefined;
    expect(faultsOf(await checkTrail({ vault, copies: [copy], key }))).toEqual([]);
    await tamper(
      "update audit.event set hash = sha256(hash) where seq = 151; update audit.head set hash = sha256(hash)",
    );
    await tamper("update audit.event set body = '{}' where seq = 1");
    const kinds = (await checkTrail({ vault: null, copies: [copy], key })).copies.flatMap(({ faults }) => faults);
    expect(kinds.map(({ kind }) => kind)).toContain("rewritten");
  });

  test("is refused where a sign of it was changed, with another key, and where there is none in it", async () => {
    await checkpointed(150);
    await run();
    const text = lettersTo("first")[0]?.text ?? "";
    expect(
      (await verifiedOutside(text.replaceAll("\n151\n", "\n152\n").replaceAll("\r\n151\r\n", "\r\n152\r\n"))).said,
    ).toMatch(/^✗ the checkpoint of 152 events was not signed/);
    const other = aVault();
    const otherKey = (await findPublicKey(other)) ?? "";
    other.remove();
    expect((await verifiedOutside(text, otherKey)).status).toBe(1);
    expect((await verifiedOutside("nothing")).said).toContain("no checkpoint in it");
  });
});
