import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { beginExport, makeCheckpoint, verifyByClock, verifyTrail } from "@/lib/audit/commands";
import { exportedFile, findCheckpointsFile, findEvent, findTrailStanding, listEvents } from "@/lib/audit/queries";
import { auditFilter, exportForm } from "@/lib/audit/schema";
import { endGrant, grantCapacity } from "@/lib/capacity/commands";
import { planDrill } from "@/lib/drill/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { appendMany, atOnce, eventsAbout, tamper } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aConfirmedRecord, anEvent, proposalTo, took } from "@/tests/support/events";
import { actorOf, aWorld, PERSONAS, type PersonaName, type World } from "@/tests/support/personas";
import { statementsOf } from "@/tests/support/statements";
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

const as = async (who: PersonaName) => ({ actor: await actorOf(world.people[who].id), now: NOW });
const search = async (asked: object, who: PersonaName = "emi") => {
  const found = await listEvents((await as(who)).actor, auditFilter.parse(asked));
  if (!found) throw new Error("not for them");
  return found;
};
const seqs = async (asked: object) => (await search(asked)).entries.map(({ seq }) => seq);

const read = async (stream: ReadableStream) => Buffer.from(await new Response(stream).arrayBuffer()).toString();

/** misaki manages the plant for a while: two events about her by shin. */
async function misakiManages() {
  const onceKey = newId();
  const { teams, people } = world;
  const grant = { onceKey, personId: people.misaki.id, capacity: "manager" as const, teamId: teams.plant.id };
  await grantCapacity({ ...grant, reason: "工場の不在のため" }, await as("shin"));
  await endGrant({ grantId: onceKey, reason: "戻ったため" }, await as("shin"));
}

describe("the search", () => {
  test("is for auditors and administrators", async () => {
    const allowed: string[] = [];
    for (const who of PERSONAS) {
      const { actor } = await as(who);
      const [list, event, standing, file] = [
        await listEvents(actor, auditFilter.parse({})),
        await findEvent(actor, 1),
        await findTrailStanding(actor),
        findCheckpointsFile(actor, vault),
      ];
      expect([event, file]).toEqual([null, null]);
      expect(list === null).toBe(standing === null);
      if (list) allowed.push(who);
    }
    expect(allowed).toEqual(["shin", "emi"]);
  });

  test("tells who, what and about whom by name, and what is known of it; no text", async () => {
    await misakiManages();
    const { entries } = await search({});
    expect(entries).toMatchObject([
      { seq: 2, action: "CapacityEnded" },
      {
        seq: 1,
        action: "CapacityGranted",
        actor: { kind: "person", name: "中村 慎" },
        subject: { kind: "person", name: "佐藤 美咲", latinName: "Misaki Sato" },
        isOwn: false,
        details: [
          { kind: "capacity", code: "manager" },
          { kind: "team", nameJa: "工場チーム" },
        ],
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain("不在");
  });

  test("finds by a person as who did it and as whom it was about, by action, number and day in Tokyo", async () => {
    await misakiManages();
    await appendMany(1);
    await tamper(
      `update audit.event set at = case seq when 1 then timestamptz '2026-10-31 15:00Z' else '2026-11-01 15:00Z' end`,
    );
    expect(await seqs({ q: "佐藤" })).toEqual([2, 1]);
    expect(await seqs({ q: "shin nakamura" })).toEqual([2, 1]);
    expect(await seqs({ q: "鈴木" })).toEqual([]);
    expect(await seqs({ q: "nobody" })).toEqual([]);
    expect(await seqs({ action: "CapacityEnded" })).toEqual([2]);
    expect(await seqs({ number: "3" })).toEqual([3]);
    expect(await seqs({ to: "2026-11-01" })).toEqual([1]);
    expect(await seqs({ from: "2026-11-02" })).toEqual([3, 2]);
    expect(await seqs({ from: "2026-11-01", to: "2026-11-01", q: "佐藤" })).toEqual([1]);
    expect(await seqs({ from: "yesterday", number: "x", before: "-1" })).toEqual([3, 2, 1]);
  });
});

test("tells shared events and drills by kind and day, without their titles and without a further statement", async () => {
  const { misaki, ren } = world.people;
  const title = "メールサーバーの不正利用";
  const event = await anEvent(await as("misaki"), [took(misaki)], { title });
  await aConfirmedRecord(await as("misaki"), await proposalTo(misaki), []);
  const invited = { personIds: [ren.id], subCases: [], note: "", title };
  const drill = { onceKey: newId(), kind: "exercise" as const, plannedOn: "2026-12-01", ...invited };
  expect((await planDrill(drill, await as("kenichi"))).ok).toBe(true);
  const { entries } = await search({});
  const named = { kind: "event", id: event.id, of: "incident", on: "2026-11-18" };
  expect(entries.find(({ action }) => action === "EventLogged")?.subject).toEqual(named);
  expect(entries.find(({ action }) => action === "ProposalConfirmed")?.details).toEqual([named]);
  expect(entries.find(({ action }) => action === "DrillPlanned")?.subject).toEqual({
    kind: "drill",
    id: drill.onceKey,
    of: "exercise",
    on: "2026-12-01",
  });
  expect(JSON.stringify(entries)).not.toContain(title);
  const { actor } = await as("emi");
  expect(await statementsOf(() => listEvents(actor, auditFilter.parse({})))).toHaveLength(2);
  const all = { size: entries[0]?.seq ?? 0, note: null, publicKey: null };
  const csv = await read(exportedFile(exportForm.parse({ format: "csv" }), all, "ja"));
  expect(csv).toContain("インシデント 2026-11-18");
  expect(csv).not.toContain(title);
});

describe("what a search finds", () => {
  test("offers the proof of the one person that the name means", async () => {
    await misakiManages();
    expect((await search({ q: "佐藤" })).person).toMatchObject({ id: world.people.misaki.id, name: "佐藤 美咲" });
    expect((await search({ q: "鈴木" })).person).toMatchObject({ name: "鈴木 蓮" });
    expect((await search({ q: "aoba.example" })).person).toBeNull();
    expect((await search({})).person).toBeNull();
  });

  test("goes through fifty at a time, by number, in four statements at most", async () => {
    await appendMany(120);
    const first = await search({});
    expect([first.entries.length, first.older]).toEqual([50, 71]);
    await appendMany(5);
    const second = await search({ before: "71" });
    expect([second.entries[0]?.seq, second.older]).toEqual([70, 21]);
    const last = await search({ before: "21" });
    expect([last.entries.length, last.older]).toEqual([20, null]);
    const { actor } = await as("emi");
    const statements = await statementsOf(() => listEvents(actor, auditFilter.parse({ q: "佐藤" })));
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  test("shows one event as it was written, and whether a checkpoint covers it", async () => {
    await misakiManages();
    const { actor } = await as("emi");
    expect(await findEvent(actor, 2)).toMatchObject({
      subjectId: world.people.misaki.id,
      body: expect.stringContaining('"capacity":"manager"'),
      atText: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6}Z$/),
      isCovered: false,
    });
    expect(await findEvent(actor, 3)).toBeNull();
  });
});

describe("verifying", () => {
  test("keeps what was found, for the page", async () => {
    await misakiManages();
    const [first] = await atOnce(4, async () => verifyTrail({ onceKey: KEY }, await as("emi")));
    expect(first).toEqual({ ok: true, value: { verificationId: KEY } });
    expect(await db().trailVerification.count()).toBe(1);
    expect(await eventsAbout(world.people.emi.id)).toMatchObject([{ action: "TrailVerified", body: { faults: 0 } }]);
    await tamper("update audit.event set body = '{}' where seq = 1");
    await verifyByClock(() => NOW);
    expect((await findTrailStanding((await as("emi")).actor))?.verifications).toMatchObject([
      { by: { name: "小林 恵美" }, faults: [] },
      { by: null, faults: [{ kind: "content", seq: 1 }] },
    ]);
  });
  const KEY = newId();
});

describe("an export", () => {
  const exported = async (asked: object) => {
    const form = exportForm.parse(asked);
    const begun = await beginExport(form, await as("emi"), vault);
    if (!begun.ok) throw new Error(begun.refusal.code);
    return await read(exportedFile(form, begun.value, "ja"));
  };

  test("as JSON Lines has the checkpoint first, then every event up to it with what its hash was made of", async () => {
    await misakiManages();
    await appendMany(1200);
    const [head, ...events] = (await exported({ format: "jsonl" }))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(head).toEqual({
      type: "checkpoint",
      note: expect.stringMatching(/^sodate\/test\n1203\n/),
      publicKey: expect.stringMatching(/^sodate\/test\+/),
    });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 1203 }, (_, at) => at + 1));
    expect(events.at(-1)).toMatchObject({ type: "event", action: "TrailExported", subject: world.people.emi.id });
    expect(events[5].prevHash).toBe(events[4].hash);
  });

  test("as CSV has words, names, and no cell that a spreadsheet runs", async () => {
    await misakiManages();
    await tamper("update audit.event set body = '=cmd()' where seq = 2");
    const lines = (await exported({ format: "csv", q: "佐藤" })).split("\r\n");
    expect(lines[0]).toBe(
      "\ufeff番号,日時(UTC),行った人のID,行った人,種類,行ったこと,対象のID,対象,内容,1つ前のハッシュ,ハッシュ",
    );
    expect(lines.join("\n")).toContain(",中村 慎,CapacityGranted,権限を付与,");
    expect(lines.join("\n")).toContain(",'=cmd(),");
    expect(lines.filter((line) => line.includes("Capacity"))).toHaveLength(2);
  });

  test("is an event that says what was asked for, without the name", async () => {
    await exported({ format: "csv", q: "佐藤", from: "2026-11-01" });
    expect(await eventsAbout(world.people.emi.id)).toEqual([
      {
        action: "TrailExported",
        actor: world.people.emi.id,
        body: { format: "csv", isNamed: true, action: null, from: "2026-11-01", to: null, number: null },
      },
    ]);
  });

  test("is refused to others, and goes without a checkpoint where there is no key", async () => {
    expect(await beginExport(exportForm.parse({ format: "csv" }), await as("makoto"), vault)).toMatchObject({
      refusal: { code: "NotFound" },
    });
    const form = exportForm.parse({ format: "jsonl" });
    const begun = await beginExport(form, await as("shin"), null);
    expect(begun).toMatchObject({ ok: true, value: { note: null, size: 1 } });
  });

  test("of the checkpoints is the file as it stands", async () => {
    await appendMany(2);
    const made = await makeCheckpoint(NOW, vault);
    const file = findCheckpointsFile((await as("emi")).actor, vault);
    expect(made.ok && file && (await read(file))).toBe(made.ok && `${made.value.note}\n`);
  });
});
