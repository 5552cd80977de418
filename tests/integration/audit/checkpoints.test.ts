import { appendFileSync, copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkpointWhenDue, makeCheckpoint } from "@/lib/audit/commands";
import { checkTrail, faultsOf, findProofReference } from "@/lib/audit/queries";
import { makeSigningKey } from "@/lib/audit/signing-key";
import { appendMany, tamper } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aVault, type VaultMade } from "@/tests/support/vault";

const NOW = new Date("2026-11-20T05:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let vault: VaultMade;
beforeEach(async () => {
  await emptyDatabase();
  vault = aVault();
});
afterEach(() => vault.remove());

const sizes = () =>
  readFileSync(vault.checkpoints, "utf8")
    .split(/^sodate\/test\n/m)
    .slice(1)
    .map((note) => Number(note.split("\n")[0]));

async function checkpointAfter(events: number, now = NOW) {
  await appendMany(events);
  const made = await makeCheckpoint(now, vault);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

describe("a checkpoint", () => {
  test("is made once for each state of the trail, and the next names it", async () => {
    const first = await checkpointAfter(3);
    expect(first).toMatchObject({ isNew: true, checkpoint: { size: 3, previous: null, at: NOW.toISOString() } });
    expect(await makeCheckpoint(later(1), vault)).toMatchObject({
      ok: true,
      value: { isNew: false, note: first.note },
    });
    const second = await checkpointAfter(2, later(2));
    expect(second.checkpoint.previous).not.toBeNull();
    expect(sizes()).toEqual([3, 5]);
    expect(await checkTrail({ vault })).toMatchObject({
      events: 5,
      chain: null,
      own: { checkpoints: 2, covered: 5, faults: [] },
    });
  });

  test("grows over many blocks of events as over one leaf", async () => {
    for (const events of [1, 1022, 1, 1, 1023, 2100]) await checkpointAfter(events);
    expect(sizes()).toEqual([1, 1023, 1024, 1025, 2048, 4148]);
    expect(faultsOf(await checkTrail({ vault }))).toEqual([]);
  });

  test("does without the kept roots of blocks, and with a part of them", async () => {
    await checkpointAfter(3000);
    truncateSync(`${vault.folder}/blocks`, 40);
    await checkpointAfter(1500);
    rmSync(`${vault.folder}/blocks`);
    await checkpointAfter(1);
    expect(faultsOf(await checkTrail({ vault }))).toEqual([]);
  });

  test("asked for eight times at once is one", async () => {
    await appendMany(20);
    const made = await Promise.all(Array.from({ length: 8 }, () => makeCheckpoint(NOW, vault)));
    expect(made.filter((each) => each.ok && each.value.isNew)).toHaveLength(1);
    expect(sizes()).toEqual([20]);
  });

  test("has no time before the last one's, whatever the machine's clock says", async () => {
    await checkpointAfter(1, later(60));
    expect((await checkpointAfter(1)).checkpoint.at).toBe(later(60).toISOString());
    expect(faultsOf(await checkTrail({ vault }))).toEqual([]);
  });

  test("is refused without a key, without a folder and without an event", async () => {
    expect(await makeCheckpoint(NOW, vault)).toEqual({ ok: false, refusal: { code: "NothingToSign" } });
    await appendMany(1);
    expect(await makeCheckpoint(NOW, null)).toEqual({ ok: false, refusal: { code: "NoSigningKey" } });
    writeFileSync(vault.keyFile, "no key");
    expect(await makeCheckpoint(NOW, vault)).toEqual({ ok: false, refusal: { code: "NoSigningKey" } });
    rmSync(vault.keyFile);
    expect(await makeCheckpoint(NOW, vault)).toEqual({ ok: false, refusal: { code: "NoSigningKey" } });
  });

  test.each([
    ["its last event was rewritten", "update audit.event set hash = sha256('x') where seq = 5"],
    ["it was cut", "delete from audit.event where seq > 3; update audit.head set seq = 3"],
    ["an earlier event of an open block was rewritten", "update audit.event set hash = sha256('x') where seq = 2"],
  ])("is refused for a trail that is not the one of the last: %s", async (_what, sql) => {
    await checkpointAfter(5);
    await tamper(sql);
    await appendMany(1);
    expect(await makeCheckpoint(NOW, vault)).toEqual({ ok: false, refusal: { code: "TrailDiverged", size: 5 } });
  });

  test("is refused while the file ends in something else", async () => {
    await checkpointAfter(5);
    appendFileSync(vault.checkpoints, "half a checkp");
    await appendMany(1);
    expect(await makeCheckpoint(NOW, vault)).toEqual({ ok: false, refusal: { code: "TrailDiverged", size: 0 } });
  });
});

describe("by the clock", () => {
  test("comes after a quarter of an hour with an event, or after a hundred events", async () => {
    expect(await checkpointWhenDue(NOW, vault)).toBeNull();
    await appendMany(1);
    expect(await checkpointWhenDue(NOW, vault)).toMatchObject({ ok: true });
    expect(await checkpointWhenDue(later(60), vault)).toBeNull();
    await appendMany(1);
    expect(await checkpointWhenDue(later(14), vault)).toBeNull();
    expect(await checkpointWhenDue(later(15), vault)).toMatchObject({ ok: true });
    await appendMany(99);
    expect(await checkpointWhenDue(later(16), vault)).toBeNull();
    await appendMany(1);
    expect(await checkpointWhenDue(later(16), vault)).toMatchObject({ ok: true });
    expect(sizes()).toEqual([1, 2, 102]);
  });
});

describe("what a printed record names", () => {
  test("is the last checkpoint that the key signed", async () => {
    expect(await findProofReference(null)).toBeNull();
    expect(await findProofReference(vault)).toBeNull();
    const { checkpoint } = await checkpointAfter(7);
    expect(await findProofReference(vault)).toMatchObject({
      size: 7,
      root: checkpoint.root,
      head: checkpoint.head,
      checkpointedAt: NOW,
      keyId: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    writeFileSync(vault.keyFile, makeSigningKey("sodate/test"));
    expect(await findProofReference(vault)).toBeNull();
  });
});

describe("a verification", () => {
  test("with the public key from elsewhere finds a file that was signed anew with another key", async () => {
    await checkpointAfter(3);
    const { verifier } =
      (await import("@/lib/audit/signing-key")).readSigner(readFileSync(vault.keyFile, "utf8")) ?? {};
    writeFileSync(vault.keyFile, makeSigningKey("sodate/test"));
    rmSync(vault.checkpoints);
    await checkpointAfter(1);
    expect(faultsOf(await checkTrail({ vault }))).toEqual([]);
    expect(faultsOf(await checkTrail({ vault, key: verifier?.text }))).toMatchObject([{ kind: "signature" }]);
  });

  test("by a copy says which checkpoints the file has lost", async () => {
    await checkpointAfter(3);
    await checkpointAfter(3);
    const copy = `${vault.folder}/copy`;
    copyFileSync(vault.checkpoints, copy);
    rmSync(vault.checkpoints);
    await checkpointAfter(1);
    const report = await checkTrail({ vault, copies: [copy] });
    expect(report.own?.faults).toEqual([]);
    expect(report.copies[0]?.faults).toEqual([
      { kind: "lost", seq: null, until: 3, checkpoint: 1 },
      { kind: "lost", seq: null, until: 6, checkpoint: 2 },
    ]);
  });
});
