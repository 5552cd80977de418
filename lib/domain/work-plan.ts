import type { PlainDay } from "./calendar";
import { correct, type OwnRecord } from "./correction";
import type { Problem } from "./csv-import";
import { type DraftClaim, EMPTY_DRAFT, type EvidenceKind, type LogContext, log, type RecordDraft } from "./record";
import { claimsShown, type PolicyOf } from "./shown-claims";
import type { AsideReason, ReadLine, WorkEntry } from "./work-line";
import { sameWord, type WorkMapping } from "./work-source";

/** What the lines of a file become: which records, what they correct, and what each line does. */

/** One thing of a source that was imported before and has not been taken over since. */
export type StandingItem = {
  readonly itemId: string;
  readonly recordId: string;
  readonly personId: string;
  readonly externalId: string;
  readonly happenedOn: PlainDay;
  readonly verdict: boolean | null;
  readonly finalVerdict: boolean | null;
};

/** A person named by the file. `isYours`: the importer may bring in their work. */
export type WorkPerson = { readonly context: LogContext; readonly isYours: boolean };

export type WorkWorld = {
  readonly mapping: WorkMapping;
  /** Where the record comes from: the source and the file's digest. */
  readonly evidence: { readonly kind: EvidenceKind; readonly value: string };
  /** Known analysts by `sameWord`; null is nobody whose work is recorded here. */
  readonly analysts: ReadonlyMap<string, string | null>;
  readonly people: ReadonlyMap<string, WorkPerson>;
  readonly items: readonly StandingItem[];
  readonly records: ReadonlyMap<string, OwnRecord>;
  readonly policyOf: PolicyOf;
};

export const WORK_OUTCOMES = ["bad", "new", "changed", "unchanged", "aside"] as const;
export type WorkOutcome = (typeof WORK_OUTCOMES)[number];

export type WorkLine = {
  readonly row: number;
  readonly subject: string;
  readonly outcome: WorkOutcome;
  readonly problems: readonly Problem[];
  readonly reason: AsideReason | null;
};

type Item = Omit<StandingItem, "itemId" | "recordId" | "personId">;

/** What a record rests on, as its commitment covers it. */
export const itemsOf = (items: readonly Item[]) =>
  items
    .map(({ externalId, happenedOn, verdict, finalVerdict }) => [externalId, happenedOn, verdict, finalVerdict])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

/** A record to be written, with what it rests on. */
export type PlannedRecord = {
  readonly personId: string;
  readonly draft: RecordDraft;
  readonly items: readonly Item[];
  /** The record whose place it takes, and the claims that end with it. */
  readonly corrects: { readonly recordId: string; readonly moved: readonly string[] } | null;
};

export type WorkPlan = {
  readonly lines: readonly WorkLine[];
  readonly records: readonly PlannedRecord[];
  /** Records of which nothing is left, because everything they rested on is another day's. */
  readonly emptied: readonly {
    readonly personId: string;
    readonly recordId: string;
    readonly claims: readonly string[];
  }[];
};

/** An entry with its person, and the item that it was before. */
type Known = { readonly entry: WorkEntry; readonly personId: string; readonly before: StandingItem | null };

export function planWork(read: readonly ReadLine[], world: WorkWorld): WorkPlan {
  const known: Known[] = [];
  const index = indexOf(world);
  const lines = read.map((line): WorkLine => {
    const { row, subject } = line;
    if (line.outcome === "bad") return { row, subject, outcome: "bad", problems: line.problems, reason: null };
    if (line.outcome === "aside") return { row, subject, outcome: "aside", problems: [], reason: line.reason };
    const place = placed(line.entry, world, index);
    if ("problem" in place) return { row, subject, outcome: "bad", problems: [place.problem], reason: null };
    if ("reason" in place) return { row, subject, outcome: "aside", problems: [], reason: place.reason };
    if (place.outcome !== "unchanged") known.push(place.known);
    return { row, subject, outcome: place.outcome, problems: [], reason: null };
  });
  return { lines, ...written(known, world) };
}

type Index = { readonly own: ReadonlyMap<string, StandingItem>; readonly judges: ReadonlyMap<string, string> };

const indexOf = ({ items }: WorkWorld): Index => ({
  own: new Map(items.map((item) => [`${item.personId}\n${item.externalId}`, item])),
  judges: new Map(items.map(({ externalId, personId }) => [externalId, personId])),
});

type Placed =
  | { readonly problem: Problem }
  | { readonly reason: AsideReason }
  | { readonly outcome: "new" | "changed" | "unchanged"; readonly known: Known };

const wrong = (column: string | null, code: string, values?: Problem["values"]) => ({
  problem: { column, code, ...(values && { values }) },
});

/** Whose line it is, whether it may be brought in, and what it changes. */
function placed(entry: WorkEntry, world: WorkWorld, index: Index): Placed {
  const personId = world.analysts.get(sameWord(entry.analyst));
  if (personId === null) return { reason: "analystAside" };
  const person = personId === undefined ? undefined : world.people.get(personId);
  if (personId === undefined || !person) return wrong("analyst", "AnalystUnknown", { text: entry.analyst });
  if (!person.isYours) return wrong("analyst", "NotFound");
  if (world.mapping.kind === "alertJudgements" && (index.judges.get(entry.externalId) ?? personId) !== personId) {
    return wrong("externalId", "ImportedForOther");
  }
  const before = index.own.get(`${personId}\n${entry.externalId}`) ?? null;
  return compared({ entry, personId, before }, person, world);
}

function compared(known: Known, person: WorkPerson, world: WorkWorld): Placed {
  const { entry, before } = known;
  if (before && isSame(before, entry)) return { outcome: "unchanged", known };
  const refusal = dayRefusal(entry, person, world) ?? (before ? changeRefusal(before, world) : null);
  if (refusal) return wrong(null, refusal.code, valuesOf(refusal));
  return { outcome: before ? "changed" : "new", known };
}

const isSame = (before: StandingItem, entry: WorkEntry) =>
  before.happenedOn === entry.happenedOn &&
  before.verdict === entry.verdict &&
  before.finalVerdict === entry.finalVerdict;

const valuesOf = (refusal: object) =>
  Object.fromEntries(
    Object.entries(refusal).filter(
      (each): each is [string, string] => each[0] !== "code" && typeof each[1] === "string",
    ),
  );

function dayRefusal({ happenedOn }: WorkEntry, { context }: WorkPerson, { mapping }: WorkWorld) {
  const decision = log({ ...EMPTY_DRAFT, kind: mapping.recordKind, happenedOn }, context);
  return decision.ok ? null : decision.refusal;
}

/** A changed verdict is a correction; one that cannot be corrected any more is refused by name (decision 050). */
function changeRefusal({ recordId }: StandingItem, { records }: WorkWorld) {
  const record = records.get(recordId);
  if (!record || record.withdrawn) return { code: "RecordWithdrawn" } as const;
  if (record.corrected) return { code: "AlreadyCorrected" } as const;
  return isFrozen(record) ? ({ code: "RecordFrozen" } as const) : null;
}

const isFrozen = ({ claims }: OwnRecord) => claims.some(({ frozen, withdrawn }) => frozen && !withdrawn);
const isOpen = (record: OwnRecord | undefined) =>
  record !== undefined && !record.withdrawn && !record.corrected && !isFrozen(record);

/** What is written together: the alerts of a person and day, or one ticket of a person. */
type Group = {
  readonly personId: string;
  readonly corrects: string | null;
  readonly items: Map<string, Item & { readonly title: string | null }>;
};

function written(known: readonly Known[], world: WorkWorld): Pick<WorkPlan, "records" | "emptied"> {
  const groups = groupsOf(known, world);
  const records: PlannedRecord[] = [];
  const emptied: { personId: string; recordId: string; claims: readonly string[] }[] = [];
  for (const group of groups) {
    if (group.items.size > 0) records.push(plannedRecord(group, world));
    else if (group.corrects !== null) {
      const claims = world.records.get(group.corrects)?.claims ?? [];
      const standing = claims.filter(({ withdrawn }) => !withdrawn).map(({ claimId }) => claimId);
      emptied.push({ personId: group.personId, recordId: group.corrects, claims: standing });
    }
  }
  return { records, emptied };
}

const groupKey = ({ kind }: WorkMapping, personId: string, item: Pick<Item, "happenedOn" | "externalId">) =>
  `${personId}\n${kind === "tickets" ? item.externalId : item.happenedOn}`;

/**
 * A record that a line touches keeps what else it holds; what changed leaves its old place and goes to its new one. What is new
 * joins the latest record of its day that can still be corrected: a second one is there where the first was frozen meanwhile.
 */
function groupsOf(known: readonly Known[], world: WorkWorld): readonly Group[] {
  const { mapping } = world;
  const open = world.items.filter(({ recordId }) => isOpen(world.records.get(recordId)));
  const itemsOf = Map.groupBy(open, ({ recordId }) => recordId);
  const latest = new Map<string, string>();
  for (const item of open.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1))) {
    latest.set(groupKey(mapping, item.personId, item), item.recordId);
  }
  const groups = new Map<string, Group>();
  const touch = (key: string, personId: string) => {
    const found = groups.get(key) ?? groupOf(personId, itemsOf.get(key) ?? []);
    groups.set(key, found);
    return found.items;
  };
  for (const { entry, personId, before } of known) {
    const { row: _row, analyst: _analyst, ...item } = entry;
    const key = groupKey(mapping, personId, entry);
    if (before) touch(before.recordId, personId).delete(before.externalId);
    const stays = before && groupKey(mapping, personId, before) === key;
    touch(stays ? before.recordId : (latest.get(key) ?? key), personId).set(item.externalId, item);
  }
  return [...groups.values()];
}

function groupOf(personId: string, before: readonly StandingItem[]): Group {
  const items = before.map(({ externalId, happenedOn, verdict, finalVerdict }) => {
    const item = { externalId, happenedOn, verdict, finalVerdict, title: null };
    return [externalId, item] as const;
  });
  return { personId, corrects: before[0]?.recordId ?? null, items: new Map(items) };
}

function plannedRecord({ personId, corrects, items }: Group, world: WorkWorld): PlannedRecord {
  const context = world.people.get(personId)?.context ?? NO_CONTEXT;
  const all = [...items.values()];
  const record = corrects === null ? undefined : world.records.get(corrects);
  const plain = draftOf(all, world);
  const draft = { ...plain, claims: claimsFor(plain, record, context, world) };
  const decision = record ? correct(record, draft, context) : null;
  return {
    personId,
    draft,
    items: all.map(({ title: _, ...item }) => item),
    corrects: corrects === null ? null : { recordId: corrects, moved: decision?.ok ? decision.value.moved : [] },
  };
}

const NO_CONTEXT: LogContext = {
  enrolments: [],
  mentorIds: [],
  choices: { subCase: [], technique: [], readingItem: [] },
};

/** What it serves, and what the trainee claimed besides; what they took back stays taken back. */
function claimsFor(draft: RecordDraft, record: OwnRecord | undefined, context: LogContext, { policyOf }: WorkWorld) {
  const served = claimsShown(draft, context, policyOf);
  if (!record) return served;
  const keyOf = ({ enrolmentId, criterionCode }: Pick<DraftClaim, "enrolmentId" | "criterionCode">) =>
    `${enrolmentId}:${criterionCode}`;
  const back = new Set(record.claims.filter(({ withdrawn }) => withdrawn).map(keyOf));
  const own = record.draft.claims.filter((claim) => log({ ...draft, claims: [claim] }, context).ok);
  const kept = new Set(own.map(keyOf));
  return [...own, ...served.filter((claim) => !kept.has(keyOf(claim)) && !back.has(keyOf(claim)))];
}

type Titled = Item & { readonly title: string | null };

function draftOf(items: readonly Titled[], { mapping, evidence }: WorkWorld): RecordDraft {
  const { kind, recordKind, recordTitle, supervision, refPrefix } = mapping;
  const [first] = items;
  const shared = {
    ...EMPTY_DRAFT,
    happenedOn: first?.happenedOn ?? "",
    kind: recordKind,
    supervision,
    evidence: [evidence],
  };
  if (kind === "alertJudgements") return { ...shared, title: recordTitle, ...numbersOf(items) };
  const ref = `${refPrefix}${first?.externalId ?? ""}`;
  return { ...shared, title: first?.title ?? `${recordTitle} ${ref}`, incidentRef: ref };
}

/** Right is where the first verdict and the final one agree; without both of every alert nobody can say. */
function numbersOf(items: readonly Titled[]) {
  const isWhole = items.every(({ verdict, finalVerdict }) => verdict !== null && finalVerdict !== null);
  const right = items.filter(({ verdict, finalVerdict }) => verdict === finalVerdict).length;
  return { judged: items.length, right: isWhole ? right : null };
}

export type WorkCounts = Readonly<Record<WorkOutcome, number>>;
export function countWork(lines: readonly WorkLine[]): WorkCounts {
  const counts = { bad: 0, new: 0, changed: 0, unchanged: 0, aside: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}
