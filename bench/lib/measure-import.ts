import type { Caller } from "@/lib/domain/access";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import type { WorkMapping } from "@/lib/domain/work-source";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { importWork, keepWorkFile, verifyImported } from "@/lib/work-import/commands";
import { findWorkPreview } from "@/lib/work-import/queries";
import { addSource, saveAnalysts } from "@/lib/work-source/commands";

/**
 * 10,000 alert judgements of 20 analysts over 60 days, imported by a manager and verified in one act by a mentor. Prints one line
 * for each step: seconds, and the most memory held.
 */

const LINES = 10_000;
const ANALYSTS = 20;
const DAYS = 60;

const MAPPING: WorkMapping = {
  name: "bench",
  kind: "alertJudgements",
  columns: {
    ...{ externalId: "id", day: "day", analyst: "analyst", verdict: "first", finalVerdict: "final" },
    ...{ title: null, closed: null, type: null },
  },
  ...{ dateFormat: "yearFirst", timeZone: "Asia/Tokyo", types: [], recordKind: "alertJudgement", recordTitle: "bench" },
  ...{ trueWords: ["TP"], falseWords: ["FP"], asideWords: [], supervision: null, separator: "", refPrefix: "" },
};

type World = {
  caller: Caller;
  mentor: Caller;
  addresses: readonly string[];
  people: string[];
  teamId: string;
};

async function world(now: Date): Promise<World> {
  const root = await db().team.findFirstOrThrow({ where: { parentId: null }, orderBy: { createdAt: "asc" } });
  const grant = await db().capacityGrant.findFirstOrThrow({
    where: { capacity: "manager", teamId: root.id, endedAt: null },
  });
  const people = await db().person.findMany({
    where: { id: { not: grant.personId }, enrolments: { some: { endedOn: null } } },
    orderBy: { id: "asc" },
    take: ANALYSTS,
  });
  const actor = {
    ...{ id: grant.personId, isAdmin: false, isAuditor: false, isTrainee: false },
    ...{ managedTeamIds: [root.id], mentorships: [], appointments: [] },
  };
  // Somebody who mentors everybody in everything, and is none of them.
  const mentorships = ROLE_GROUP_CODES.map((roleGroupCode) => ({ roleGroupCode, teamId: null }));
  return {
    caller: { actor, now },
    mentor: { actor: { ...actor, mentorships }, now },
    addresses: people.map(({ email }) => email),
    people: people.map(({ id }) => id),
    teamId: root.id,
  };
}

function fileOf(addresses: readonly string[], now: Date): Uint8Array {
  const line = (index: number) => {
    const day = new Date(now.getTime() - (1 + (index % DAYS)) * 86_400_000).toISOString().slice(0, 10);
    const first = index % 3 === 0 ? "FP" : "TP";
    const analyst = addresses[Math.floor(index / DAYS) % addresses.length];
    return `A-${index},${day} 09:30,${analyst},${first},${index % 11 === 0 ? "FP" : first}`;
  };
  const lines = Array.from({ length: LINES }, (_, index) => line(index));
  return new TextEncoder().encode(["id,day,analyst,first,final", ...lines].join("\r\n"));
}

/** Memory is asked every 20 ms, and once more at the end. */
async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
  let most = process.memoryUsage().rss;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 20);
  const started = performance.now();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    look();
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    process.stdout.write(`  ${name.padEnd(28)} ${seconds.padStart(7)} s  ${Math.round(most / 1_048_576)} MB\n`);
  }
}

const must = <T>(decision: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (decision.ok) return decision.value;
  throw new Error(decision.refusal.code);
};

const now = new Date();
const { caller, mentor, addresses, people, teamId } = await world(now);
const { sourceId } = must(await addSource({ onceKey: newId(), teamId, mapping: MAPPING }, caller));
const names = new Map(addresses.map((address, place) => [String(place), address]));
must(await saveAnalysts({ sourceId, names, people: names, aside: [] }, caller));
const bytes = fileOf(addresses, now);
const keep = () => keepWorkFile({ sourceId, fileName: "bench.csv", bytes }, caller);
const preview = () => findWorkPreview(sourceId, { show: null, page: 1 }, caller);

process.stdout.write(`  ${LINES} lines of ${addresses.length} analysts, ${Math.round(bytes.byteLength / 1024)} KB\n`);
await measured("nothing yet", async () => undefined);
must(await measured("file kept", keep));
const shown = await measured("preview", preview);
const seen = shown?.preview?.file.seen ?? "";
const leaveOut = shown?.preview?.badKey ?? null;
const { importId } = must(await measured("import", async () => importWork({ sourceId, seen, leaveOut }, caller)));
const lot = await measured("verified in one act", async () => verifyImported({ importId, people }, mentor));
must(await keep());
const again = await measured("preview of the same again", preview);
process.stdout.write(
  `  ${JSON.stringify(again?.preview?.counts)}, ${await db().importedRecord.count()} records, ${must(lot).verified} verified\n`,
);
await db().$disconnect();
