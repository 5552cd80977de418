import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeProof } from "@/lib/audit/commands";
import type { Proof } from "@/lib/audit/proof";
import { aboutPerson } from "@/lib/audit/scope";
import { endGrant, grantCapacity } from "@/lib/capacity/commands";
import type { Caller } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { appendMany, eventsAbout, tamper } from "@/tests/support/audit";
import { asApp, asSuperuser, emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS, type PersonaName, type World } from "@/tests/support/personas";
import { aVault, type VaultMade } from "@/tests/support/vault";

const NOW = new Date("2026-11-20T05:00:00Z");
let world: World;
let vault: VaultMade;
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  vault = aVault();
});
afterEach(() => vault.remove());

const as = async (who: PersonaName): Promise<Caller> => ({ actor: await actorOf(world.people[who].id), now: NOW });

/** misaki is granted a capacity and loses it, somewhere in a long trail. */
async function somethingHappens(around: number) {
  const { id: personId } = world.people.misaki;
  const onceKey = newId();
  await appendMany(around);
  const grant = { onceKey, personId, capacity: "auditor" as const, teamId: null, reason: "秘密の理由" };
  await grantCapacity(grant, await as("shin"));
  await appendMany(around);
  await endGrant({ grantId: onceKey, reason: "終わり" }, await as("shin"));
  await appendMany(1);
}

async function proofFor(who: PersonaName): Promise<Proof> {
  const taken = await takeProof({ personId: world.people.misaki.id }, await as(who), vault);
  if (!taken.ok) throw new Error(taken.refusal.code);
  return taken.value;
}

/** How PostgreSQL finds the events about somebody. */
async function planFor(personId: string) {
  await asSuperuser((client) => client.query("vacuum analyze audit.event"));
  const { sql, values } = aboutPerson(personId, 1_000_000);
  const text = sql.split("?").reduce((before, after, at) => `${before}$${at}${after}`);
  return asApp(async (client) => {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(
      `explain select seq from audit.event where ${text} order by seq`,
      values,
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
}

/** The program that an outsider runs, as they run it. */
function verifiedOutside(proof: unknown, ...options: string[]) {
  const file = `${vault.folder}/proof.json`;
  writeFileSync(file, JSON.stringify(proof));
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/verify-proof.mjs", file, ...options], {
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}` };
}

describe("the proof of one person's events", () => {
  test("does not read the trail for them", async () => {
    await somethingHappens(2000);
    const plan = await planFor(world.people.misaki.id);
    expect(plan).toContain("event_mentioned_idx");
    expect(plan).toContain("event_subject_idx");
    expect(plan).not.toContain("Seq Scan");
  });

  test("holds what happened to them, by ids and without reasons, and verifies outside", async () => {
    await somethingHappens(1500);
    const proof = await proofFor("misaki");
    expect(proof.events.map(({ action }) => action)).toEqual(["CapacityGranted", "CapacityEnded", "ProofTaken"]);
    expect(JSON.stringify(proof)).not.toContain("理由");
    expect(verifiedOutside(proof, "--key", proof.publicKey, "--checkpoint", vault.checkpoints)).toEqual({
      status: 0,
      said: expect.stringMatching(/^✓ 3 events about .* stood in the trail of 3004 events/),
    });
  });

  test.each([0, 1, 7, 1020, 1021, 1022])(
    "verifies wherever in a trail of blocks they are: %i events around",
    async (around) => {
      await somethingHappens(around);
      expect(verifiedOutside(await proofFor("emi"))).toMatchObject({ status: 0 });
    },
  );

  test("has events in which the person is named, and none of others", async () => {
    const { misaki, ren } = world.people;
    await asApp(async (client) => {
      const append = (subject: string, body: object) =>
        client.query("select audit.append('system', 'CurriculumPublished', $1, $2)", [subject, JSON.stringify(body)]);
      await append(ren.id, { mentorId: misaki.id });
      await append(ren.id, { mentorId: ren.id });
      await append("other", { ids: [ren.id, misaki.id] });
    });
    const proof = await proofFor("emi");
    expect(proof.events.map(({ seq }) => seq)).toEqual([1, 3, 4]);
    expect(verifiedOutside(proof).status).toBe(0);
  });

  test("taken twice at once is two good proofs", async () => {
    await somethingHappens(3);
    const taken = await Promise.all([proofFor("misaki"), proofFor("emi"), proofFor("makoto")]);
    for (const proof of taken) expect(verifiedOutside(proof)).toMatchObject({ status: 0 });
  });

  test("is for the person, auditors and managers of a team of theirs; taking it is an event", async () => {
    const allowed: string[] = [];
    for (const who of PERSONAS) {
      const taken = await takeProof({ personId: world.people.misaki.id }, await as(who), vault);
      if (taken.ok) allowed.push(who);
      else expect(taken.refusal.code).toBe("NotFound");
    }
    expect(allowed).toEqual(["misaki", "makoto", "emi"]);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(3);
    expect(await takeProof({ personId: newId() }, await as("emi"), vault)).toMatchObject({ ok: false });
  });

  test("is not made of a trail that was changed since the last checkpoint", async () => {
    await somethingHappens(3);
    await proofFor("emi");
    await tamper("update audit.event set hash = sha256('x') where seq = 2");
    expect(await takeProof({ personId: world.people.misaki.id }, await as("emi"), vault)).toMatchObject({
      ok: false,
      refusal: { code: "TrailDiverged" },
    });
    expect(await db().$queryRaw`select count(*)::int as events from audit.event where action = 'ProofTaken'`).toEqual([
      { events: 2 },
    ]);
  });
});

type Change = (proof: Record<string, unknown> & { events: Record<string, unknown>[] }) => void;
const changeFirst =
  (change: (event: Record<string, unknown>) => void): Change =>
  (proof) =>
    change(proof.events[0] ?? {});

test("a proof of which one thing was changed is refused, and what it was is said", async () => {
  await somethingHappens(20);
  const proof = await proofFor("misaki");
  const other = `sodate/test+${proof.publicKey.split("+")[1]}+${Buffer.alloc(33, 1).toString("base64")}`;
  const cases: [string, Change][] = [
    [
      "event 21: its content is not",
      changeFirst((event) => Object.assign(event, { at: "2026-11-20T00:00:00.000000Z" })),
    ],
    ["event 21: its content is not", changeFirst((event) => Object.assign(event, { actor: "x" }))],
    ["event 21: its content is not", changeFirst((event) => Object.assign(event, { action: "CapacityEnded" }))],
    ["event 21: its content is not", changeFirst((event) => Object.assign(event, { body: `${event.body} ` }))],
    ["event 21: its content is not", changeFirst((event) => Object.assign(event, { hash: "00" }))],
    ["event 22: its content is not", changeFirst((event) => Object.assign(event, { seq: 22 }))],
    ["event 21: it is not about this person", changeFirst((event) => Object.assign(event, { subject: "x" }))],
    ["event 21: its proof has not the length", changeFirst((event) => Object.assign(event, { proof: [] }))],
    [
      "event 21: its proof does not lead",
      changeFirst((event) => Object.assign(event, { proof: (event.proof as string[]).toReversed() })),
    ],
    ["event 42 stands out of order", (changed) => changed.events.reverse()],
    [
      "signed by this key, or was changed",
      (changed) => Object.assign(changed, { checkpoint: proof.checkpoint.replace("\n44\n", "\n45\n") }),
    ],
    ["the public key does not have its own id", (changed) => Object.assign(changed, { publicKey: other })],
    ["the public key cannot be read", (changed) => Object.assign(changed, { publicKey: "key" })],
    ["no proof of a format", (changed) => Object.assign(changed, { format: "sodate-proof/2" })],
  ];
  for (const [said, change] of cases) {
    const changed = structuredClone(proof) as unknown as Parameters<Change>[0];
    change(changed);
    const answer = verifiedOutside(changed);
    expect(answer.said, said).toContain(said);
    expect(answer.status).toBe(1);
  }
});

test("a proof signed by another key than the one known, or whose checkpoint the kept file has not, is refused", async () => {
  await somethingHappens(1);
  const proof = await proofFor("misaki");
  const empty = `${vault.folder}/none`;
  writeFileSync(empty, "");
  expect(verifiedOutside(proof, "--key", proof.publicKey.replace("test", "else")).said).toContain("another key");
  expect(verifiedOutside(proof, "--checkpoint", empty).said).toContain("not among those in your file");
});

test("the proof of old still verifies: its format cannot change", () => {
  const golden = "tests/integration/audit/golden-proof.json";
  const said = execFileSync(process.execPath, ["scripts/verify-proof.mjs", golden], { encoding: "utf8" });
  expect(said).toContain("✓ 2 events about 01935000-0000-7000-8000-000000000001 stood in the trail of 5 events");
  expect(Object.keys(JSON.parse(readFileSync(golden, "utf8")))).toEqual([
    "format",
    "person",
    "takenAt",
    "publicKey",
    "checkpoint",
    "events",
  ]);
});
