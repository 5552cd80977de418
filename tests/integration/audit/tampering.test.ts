import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeCheckpoint } from "@/lib/audit/commands";
import { checkTrail } from "@/lib/audit/queries";
import { makeSigningKey, readSigner } from "@/lib/audit/signing-key";
import type { TrailFault } from "@/lib/domain/trail-fault";
import { appendMany, tamper } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aVault, type VaultMade } from "@/tests/support/vault";

/** What finds which tampering: measured here, and told in docs/operating.md, which must say the same. */

const NOW = new Date("2026-11-20T05:00:00Z");
let vault: VaultMade;
let copy: string;
let key: string;

/** Fifteen events, a checkpoint after each five, and a copy of these elsewhere with the public key. */
beforeEach(async () => {
  await emptyDatabase();
  vault = aVault();
  copy = `${vault.folder}/copy`;
  for (let n = 0; n < 3; n += 1) await eventsAndCheckpoint(5);
  copyFileSync(vault.checkpoints, copy);
  key = readSigner(readFileSync(vault.keyFile, "utf8"))?.verifier.text ?? "";
});
afterEach(() => vault.remove());

async function eventsAndCheckpoint(events: number) {
  if (events > 0) await appendMany(events);
  await makeCheckpoint(NOW, vault);
}

/** Every hash anew from an event on, and the head with them: the chain holds again. */
const REPAIR = `
  do $$
  declare each record; before bytea := decode(repeat('00', 32), 'hex');
  begin
    for each in select * from audit.event order by seq loop
      update audit.event set prev_hash = before,
        hash = audit.hash_of(before, each.seq, each.at, each.actor, each.action, each.subject, each.body)
       where seq = each.seq returning hash into before;
    end loop;
    update audit.head set (seq, at, hash) = (select seq, at, hash from audit.event order by seq desc limit 1);
  end $$`;
const REWRITE = `update audit.event set actor = 'other' where seq = 8`;

const notes = () => readFileSync(vault.checkpoints, "utf8").split(/(?<=\n)\n(?=sodate\/test\n)/);
const writeNotes = (kept: readonly string[]) => writeFileSync(vault.checkpoints, kept.join("\n"));
const anew = async () => {
  rmSync(vault.checkpoints);
  rmSync(`${vault.folder}/blocks`, { force: true });
  await eventsAndCheckpoint(0);
};

const CASES: readonly (readonly [string, () => unknown])[] = [
  ["nothing", () => {}],
  ["one byte of an event changed", () => tamper(`update audit.event set body = '{ }' where seq = 8`)],
  ["an event taken out of the middle", () => tamper("delete from audit.event where seq = 8")],
  [
    "two events swapped",
    () =>
      tamper(
        "update audit.event set seq = case seq when 8 then -9 else -8 end where seq in (8, 9); update audit.event set seq = -seq where seq < 0",
      ),
  ],
  ["the tail cut off", () => tamper("delete from audit.event where seq > 12")],
  ["the tail cut off, the chain repaired", () => tamper(`delete from audit.event where seq > 12; ${REPAIR}`)],
  ["an event rewritten, the chain repaired", () => tamper(`${REWRITE}; ${REPAIR}`)],
  [
    "an event rewritten and the tail cut off, the chain repaired",
    () => tamper(`${REWRITE}; delete from audit.event where seq > 12; ${REPAIR}`),
  ],
  [
    "a checkpoint changed",
    () => writeNotes(notes().map((note, at) => (at === 1 ? note.replace("\n10\n", "\n9\n") : note))),
  ],
  ["a checkpoint taken out of the middle", () => writeNotes(notes().filter((_, at) => at !== 1))],
  ["the last checkpoint taken out", () => writeNotes(notes().slice(0, 2))],
  [
    "rewritten and repaired, the checkpoints made anew with the stolen key",
    async () => {
      await tamper(`${REWRITE}; ${REPAIR}`);
      await anew();
    },
  ],
  [
    "rewritten and repaired, the checkpoints made anew with another key",
    async () => {
      await tamper(`${REWRITE}; ${REPAIR}`);
      writeFileSync(vault.keyFile, makeSigningKey("sodate/test"));
      await anew();
    },
  ],
];

const kinds = (faults: readonly TrailFault[]) => [...new Set(faults.map(({ kind }) => kind))].join(", ") || "–";

async function rowFor(what: string) {
  const { chain, own } = await checkTrail({ vault });
  const elsewhere = await checkTrail({ vault, copies: [copy], key });
  const byCopy = [...(elsewhere.own?.faults ?? []), ...elsewhere.copies.flatMap(({ faults }) => faults)];
  return `| ${what} | ${kinds(chain ? [chain] : [])} | ${kinds(own?.faults ?? [])} | ${kinds(byCopy)} |`;
}

const told = readFileSync("docs/operating.md", "utf8").split("\n");

test.each(CASES)("%s is found by what the guide says", async (what, change) => {
  await change();
  const row = await rowFor(what);
  expect(told.filter((line) => line.startsWith(`| ${what} |`))).toEqual([row]);
});

test("where it is found is said: the number, or the events between two checkpoints", async () => {
  await tamper(`${REWRITE}; delete from audit.event where seq > 12; ${REPAIR}`);
  expect(await checkTrail({ vault })).toMatchObject({
    events: 12,
    chain: null,
    own: {
      covered: 5,
      faults: [
        { kind: "rewritten", seq: 6, until: 10, checkpoint: 2 },
        { kind: "cut", seq: 13, until: 15, checkpoint: 3 },
      ],
    },
  });
});

test("every event of a few, any field of it changed by one letter, is found", async () => {
  const fields = ["actor", "action", "subject", "body"] as const;
  for (const field of fields) {
    for (const seq of [1, 7, 15]) {
      await tamper(`update audit.event set ${field} = ${field} || 'x' where seq = ${seq}`);
      expect((await checkTrail({ vault })).chain, `${field} of ${seq}`).toMatchObject({ kind: "content", seq });
      await tamper(`update audit.event set ${field} = left(${field}, -1) where seq = ${seq}`);
    }
  }
  expect((await checkTrail({ vault })).chain).toBeNull();
});
