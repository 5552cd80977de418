import { z } from "zod";
import { IMPORT_KINDS, LINE_OUTCOMES } from "@/lib/domain/csv-import";
import { choice, chosenFile, line, wholeNumber } from "@/lib/platform/fields";

export const importKind = choice(IMPORT_KINDS);

/** `seen` is the file that the preview showed: another one chosen meanwhile is not imported unread. */
export const importRequest = z.object({ kind: importKind, seen: line(64) });
export type ImportRequest = z.output<typeof importRequest>;

export const importUpload = z.object({ kind: importKind, file: chosenFile() });
/** What is wrong with a file, of people or of work, is said at its field. */
export const atFile = { FileTooLarge: "file", FileUnreadable: "file", FileIsSpreadsheet: "file" } as const;
export type ImportUpload = z.output<typeof importUpload>;

export const importDiscard = z.object({ kind: importKind });
export type ImportDiscard = z.output<typeof importDiscard>;

/** Which lines of the preview are shown. */
export const previewFilter = z.object({
  show: choice(LINE_OUTCOMES).nullable().catch(null),
  page: wholeNumber(1, 100_000).catch(1),
});
export type PreviewFilter = z.output<typeof previewFilter>;

const count = wholeNumber(0, 1_000_000);
/** What an import did, as its address says it. */
export const importCounts = z.object({ new: count, changed: count, unchanged: count });
