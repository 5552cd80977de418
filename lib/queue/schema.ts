import { z } from "zod";
import type { PlainDay } from "@/lib/domain/calendar";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { QUEUE_TABS, type QueueCounts, type QueueKind, type QueueTab, type Wait } from "@/lib/domain/queue";
import type { RecordKind } from "@/lib/domain/rule";
import { uuid } from "@/lib/platform/fields";

/** As many as a page shows. */
export const QUEUE_PAGE = 50;

/** From the address: what is no tab is all of them, what is no page number the first page. */
export const queueParams = z.object({
  tab: z.enum(QUEUE_TABS).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type QueueParams = z.output<typeof queueParams>;

/** Where in the queue something stood when it was opened: `<tab> <in the batch> <since> <id>`. */
export type QueuePlace = {
  readonly tab: QueueTab;
  readonly isForBatch: boolean;
  readonly sinceMs: number;
  readonly id: string;
};
const PLACE = new RegExp(`^(${QUEUE_TABS.join("|")}) ([01]) (\\d{1,15}) ([0-9a-f-]{36})$`);

export const placeText = ({ tab, isForBatch, sinceMs, id }: QueuePlace): string =>
  `${tab} ${isForBatch ? 1 : 0} ${Math.round(sinceMs)} ${id}`;

/** A field that only says where to go on: what cannot be read is nowhere. */
export const queuePlace = () =>
  z
    .unknown()
    .optional()
    .transform((input): QueuePlace | null => {
      const [, tab, batch, since, id] = PLACE.exec(typeof input === "string" ? input : "") ?? [];
      const found = QUEUE_TABS.find((each) => each === tab);
      if (!found || id === undefined || !uuid().safeParse(id).success) return null;
      return { tab: found, isForBatch: batch === "1", sinceMs: Number(since), id };
    });

export type QueueRow = {
  readonly kind: QueueKind;
  /** Of the record, the request or the remark. */
  readonly id: string;
  readonly trainee: { readonly id: string; readonly name: string; readonly latinName: string };
  readonly sinceMs: number;
  /** Nothing to judge: may be verified together with others. Records only. */
  readonly isForBatch: boolean;
  readonly isResubmitted: boolean;
  /** Null where the reader may not read it: TLP:RED. */
  readonly title: string | null;
  readonly recordKind: RecordKind | null;
  readonly enrolmentId: string | null;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly code: string | null;
  readonly step: number | null;
  /** Who has taken it on, and until when on the team's clock; null where it is free. */
  readonly hold: QueueHold | null;
};
export type QueueHold = {
  readonly holderId: string;
  readonly name: string;
  readonly latinName: string;
  readonly on: PlainDay;
  readonly time: string;
};

export type QueueItem = QueueRow & { readonly wait: Wait };
export type Queue = {
  readonly counts: QueueCounts;
  /** Longest wait of all, in hours; null where nothing waits. */
  readonly longestHours: number | null;
  /** Usual wait of a record, in hours. */
  readonly usualHours: number;
  readonly items: readonly QueueItem[];
  /** What others have taken on, at most fifty; it is in no other count. */
  readonly others: readonly QueueItem[];
  readonly heldByOthers: number;
  readonly forBatch: number;
  readonly page: number;
};

/** What the mentors of an enrolment are known by; without a role group it is basic education. */
export type PoolKey = { readonly roleGroupCode: RoleGroupCode | null; readonly teamId: string };
