import type { Actor } from "@/lib/domain/access";
import { addDays } from "@/lib/domain/calendar";
import type { WorkMapping } from "@/lib/domain/work-source";
import { importWork, keepWorkFile, verifyImported } from "@/lib/work-import/commands";
import { findWorkPreview } from "@/lib/work-import/queries";
import { addSource, saveAnalysts } from "@/lib/work-source/commands";
import { dayOf, idOf, instantOn } from "./days";
import { emailOf } from "./organisation";
import type { Plan } from "./plan";
import { personId, plannedPerson, teamId, type World } from "./world";

type Import = Plan["imports"][number];

/** What was imported, by the commands themselves: what they claim and write is theirs to decide. */
export async function bringInWork(world: World) {
  for (const each of world.plan.imports) await bringIn(world, each);
}

async function bringIn(world: World, each: Import) {
  const now = instantOn(dayOf(each.on, world.today), 15, `import ${each.name}`);
  const caller = { actor: mentorOf(world, each.by), now };
  const place = { onceKey: idOf(`source ${each.name}`, now), teamId: teamId(world, each.team) };
  const { sourceId } = done(await addSource({ ...place, mapping: mappingOf(each) }, caller));
  const named = (of: (person: Import["people"][number]) => string) =>
    new Map(each.people.map((person) => [person.person, of(person)]));
  const people = named(({ person }) => emailOf(plannedPerson(world, person)));
  done(await saveAnalysts({ sourceId, names: named((person) => person.named), people, aside: [] }, caller));
  const bytes = new TextEncoder().encode(textOf(world, each));
  done(await keepWorkFile({ sourceId, fileName: each.file, bytes }, caller));
  const shown = await findWorkPreview(sourceId, { show: null, page: 1 }, caller);
  const seen = shown?.preview?.file.seen ?? "";
  const { importId } = done(await importWork({ sourceId, seen, leaveOut: null }, caller));
  const verified = each.people.flatMap((person) => (person.verified ? [personId(world, person.person)] : []));
  done(await verifyImported({ importId, people: verified }, { ...caller, now: new Date(now.getTime() + 3_600_000) }));
}

/** @throws where the plan asks for what the product refuses. */
function done<T>(decision: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (decision.ok) return decision.value;
  throw new Error(`content/demo: an import is refused as ${decision.refusal.code}`);
}

function mentorOf(world: World, key: string): Actor {
  const mentorships = world.plan.mentorships
    .filter(({ person }) => person === key)
    .map(({ group, team }) => ({ roleGroupCode: group, teamId: team ? teamId(world, team) : null }));
  const none = { isAdmin: false, isAuditor: false, isTrainee: false, managedTeamIds: [], appointments: [] };
  return { id: personId(world, key), ...none, mentorships };
}

const COLUMNS = ["アラートID", "日付", "担当者", "一次判定", "最終判定"] as const;

function mappingOf({ name }: Import): WorkMapping {
  const [externalId, day, analyst, verdict, finalVerdict] = COLUMNS;
  return {
    ...{ name, kind: "alertJudgements", dateFormat: "yearFirst", timeZone: "Asia/Tokyo", types: [] },
    columns: { externalId, day, analyst, verdict, finalVerdict, title: null, closed: null, type: null },
    ...{ trueWords: ["検知"], falseWords: ["誤検知"], asideWords: ["保留"], supervision: null },
    ...{ recordKind: "alertJudgement", recordTitle: "アラートの一次判定", separator: "", refPrefix: "" },
  };
}

/** The file as the SOC's list would be written out. */
const textOf = (world: World, { people }: Import): string =>
  [COLUMNS, ...people.flatMap((person) => linesOf(world, person))].map((cells) => cells.join(",")).join("\r\n");

function linesOf({ today }: World, { named, days, alerts, wrong }: Import["people"][number]) {
  return Array.from({ length: days.length * alerts }, (_, place) => {
    const back = days[Math.floor(place / alerts)] ?? 1;
    const [verdict, other] = place % 3 === 0 ? ["検知", "誤検知"] : ["誤検知", "検知"];
    const last = place % wrong === wrong - 1 ? other : verdict;
    return [`${named}-${back}-${place}`, addDays(today, -back), named, verdict, last];
  });
}
