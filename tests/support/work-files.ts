import { compareWithEvents } from "@/lib/chronicle/queries";
import type { Caller } from "@/lib/domain/access";
import type { WorkMapping } from "@/lib/domain/work-source";
import { newId } from "@/lib/platform/ids";
import { importWork, keepWorkFile } from "@/lib/work-import/commands";
import { findWorkPreview } from "@/lib/work-import/queries";
import { addSource, saveAnalysts } from "@/lib/work-source/commands";
import { csv, utf8 } from "./csv-text";

type Ref = { readonly id: string };

/** A source that knows its analysts: name in the file → address of the person. */
export async function aSource(
  team: Ref,
  caller: Caller,
  mapping: WorkMapping,
  analysts: Record<string, string | null>,
) {
  const added = await addSource({ onceKey: newId(), teamId: team.id, mapping }, caller);
  if (!added.ok) throw new Error(added.refusal.code);
  const { sourceId } = added.value;
  const names = Object.keys(analysts);
  const keyed = new Map(names.map((name, place) => [String(place), name]));
  const people = new Map(
    names.flatMap((name, place) => (analysts[name] ? [[String(place), analysts[name]] as const] : [])),
  );
  const aside = names.flatMap((name, place) => (analysts[name] === null ? [String(place)] : []));
  if (names.length > 0) {
    const saved = await saveAnalysts({ sourceId, names: keyed, people, aside }, caller);
    if (!saved.ok) throw new Error(saved.refusal.code);
  }
  return sourceId;
}

const HEADER = ["アラートID", "日付", "担当者", "一次判定", "最終判定"];
export type Alert = readonly [id: string, day: string, analyst: string, verdict: string, finalVerdict: string];
export const alerts = (...lines: Alert[]): string => csv(HEADER, ...lines);

export const TICKET_HEADER = ["#", "トラッカー", "題名", "担当者", "作成日", "終了日"];
export type Ticket = readonly [
  id: string,
  type: string,
  title: string,
  analyst: string,
  created: string,
  closed: string,
];
export const tickets = (...lines: Ticket[]): string => csv(TICKET_HEADER, ...lines);

/** Keeps a file and shows what it would do. */
export async function previewWork(sourceId: string, file: string | Uint8Array, caller: Caller) {
  const bytes = typeof file === "string" ? utf8(file) : file;
  const kept = await keepWorkFile({ sourceId, fileName: "judgements.csv", bytes }, caller);
  if (!kept.ok) throw new Error(kept.refusal.code);
  const shown = await findWorkPreview(sourceId, { show: null, page: 1 }, caller);
  if (!shown?.preview) throw new Error("no preview");
  return shown.preview;
}

/** Keeps a file and imports it as its preview shows it; bad lines are left out where that is said. */
export async function bringInWork(sourceId: string, file: string | Uint8Array, caller: Caller, leaveOut = false) {
  const shown = await previewWork(sourceId, file, caller);
  return importWork({ sourceId, seen: shown.file.seen, leaveOut: leaveOut ? shown.badKey : null }, caller);
}

/** Records, claims and imports on which the audit's events and the tables disagree; the builders' worlds have no events for the rest. */
export const untold = async () =>
  (await compareWithEvents()).found.filter(({ key }) => /^(record|claim|import|imported) /.test(key));
