import type { Caller } from "@/lib/domain/access";
import type { ImportKind } from "@/lib/domain/csv-import";
import { importFile, keepFile } from "@/lib/import/commands";
import { findPreview } from "@/lib/import/queries";
import { utf8 } from "./csv-text";

/** Keeps a file and shows what it would do. */
export async function preview(kind: ImportKind, bytes: Uint8Array, caller: Caller) {
  const kept = await keepFile({ kind, fileName: `${kind}.csv`, bytes }, caller);
  if (!kept.ok) return kept;
  const shown = await findPreview(kind, { show: null, page: 1 }, caller);
  if (!shown) throw new Error("no preview");
  return { ok: true as const, value: shown };
}

/** Keeps a file and imports it as its preview shows it. */
export async function bringIn(kind: ImportKind, text: string, caller: Caller) {
  const shown = await preview(kind, utf8(text), caller);
  if (!shown.ok) throw new Error(shown.refusal.code);
  return importFile({ kind, seen: shown.value.file.seen }, caller);
}
