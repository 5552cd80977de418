import { z } from "zod";
import type { Problem } from "@/lib/domain/csv-import";
import { WORK_OUTCOMES, type WorkCounts, type WorkLine, type WorkOutcome } from "@/lib/domain/work-plan";
import { choice, chosenFile, line, many, optional, uuid, wholeNumber } from "@/lib/platform/fields";

export const WORK_FILE_BYTES = 10 * 1024 * 1024;
export const WORK_FILE_LINES = 20_000;

export const workSourceKey = z.object({ sourceId: uuid() });
export type WorkSourceKey = z.output<typeof workSourceKey>;

export const workUpload = z.object({ sourceId: uuid(), file: chosenFile() });
export type WorkUpload = z.output<typeof workUpload>;

/** `leaveOut`: the bad lines that the preview showed and the person leaves out; others than these are not left out unread. */
export const workRequest = z.object({ sourceId: uuid(), seen: line(64), leaveOut: optional(line(64)) });
export type WorkRequest = z.output<typeof workRequest>;

/** Whose records of an import are verified together. */
export const lotVerification = z.object({ importId: uuid(), people: many(uuid(), 200) });
export type LotVerification = z.output<typeof lotVerification>;

export const workFilter = z.object({
  show: choice(WORK_OUTCOMES).nullable().catch(null),
  page: wholeNumber(1, 100_000).catch(1),
});
export type WorkFilter = z.output<typeof workFilter>;

export const listPage = z.object({ page: wholeNumber(1, 100_000).catch(1) });
export const idInAddress = uuid();

/** What one person would get. */
export type PersonShare = {
  readonly personId: string;
  readonly person: { readonly name: string; readonly latinName: string };
  readonly records: number;
  readonly corrected: number;
  readonly items: number;
  readonly judged: number | null;
  readonly right: number | null;
  /** Claims by criterion, as far as the reader may see the enrolment. */
  readonly claims: readonly { readonly criterionCode: string; readonly count: number }[];
  /** Claims in role groups that the reader does not see. */
  readonly otherClaims: number;
};

export type WorkPreview = {
  readonly file: { readonly fileName: string; readonly keptAt: Date; readonly seen: string };
  /** Why the file as a whole cannot be read. */
  readonly problems: readonly (Problem & { readonly row: number })[];
  readonly counts: WorkCounts;
  /** Names these bad lines and no others; null where none is bad. */
  readonly badKey: string | null;
  /** Names of the file that nobody was said to be, with how many lines each has. */
  readonly unknown: readonly { readonly shown: string; readonly lines: number }[];
  readonly shares: readonly PersonShare[];
  readonly lines: readonly WorkLine[];
  readonly shown: WorkOutcome;
  readonly page: number;
};

/** One file that was imported. */
export type ImportListed = {
  readonly importId: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly fileName: string;
  readonly digest: string;
  readonly importedAt: Date;
  readonly by: { readonly name: string; readonly latinName: string };
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly aside: number;
  readonly left: number;
};

/** What one person got from an import, and what waits of it. */
export type ImportedShare = {
  readonly personId: string;
  readonly name: string;
  readonly latinName: string;
  readonly records: number;
  readonly items: number;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly judged: number | null;
  readonly right: number | null;
  /** Records that still wait, and of these the ones that the reader may verify. */
  readonly waiting: number;
  readonly mine: number;
};

export type LeftOut = { readonly row: number; readonly problems: readonly Problem[] };
/** Where a record came from. */
export type Origin = Pick<ImportListed, "sourceName" | "fileName" | "importedAt" | "by"> & {
  readonly recordId: string;
  readonly items: number;
};

export type ItemListed = {
  readonly externalId: string;
  readonly happenedOn: string;
  readonly verdict: boolean | null;
  readonly finalVerdict: boolean | null;
};

const count = wholeNumber(0, 1_000_000);
/** What a verification together did, as its address says it. */
export const lotDone = z.object({ verified: count, refused: count });
export type LotDone = z.output<typeof lotDone>;
