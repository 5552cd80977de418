import { z } from "zod";
import type { NoticeKind, NoticeValues } from "@/lib/domain/notice-kind";
import { choice, uuid } from "@/lib/platform/fields";

/** Which button was pressed on a notice. */
export const noticeKey = z.object({ noticeId: uuid(), act: choice(["open", "read"]) });
export type NoticeKey = z.output<typeof noticeKey>;

/** All that stands until then: what came while the page was read stays unread. */
export const allNotices = z.object({ until: z.iso.datetime() });
export type AllNotices = z.output<typeof allNotices>;

/** From the address: anything that is no page number is the first page. */
export const inboxPage = z.coerce.number().int().min(1).max(100_000).catch(1);

type Named = { readonly name: string; readonly latinName: string };

/** A notice with what it names, as it is kept. */
export type NoticeRow = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly values: NoticeValues;
  readonly isRead: boolean;
  readonly isSettled: boolean;
  readonly subjectId: string | null;
  readonly subject: Named | null;
  readonly actor: Named | null;
  /** Of the reader's own record. */
  readonly recordTitle: string | null;
  /** What it is about still stands, and can be opened. */
  readonly isOpen: boolean;
};

/** A notice as its reader sees it. */
export type ReadNotice = {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  readonly recordTitle: string | null;
  readonly isUnread: boolean;
  readonly isSettled: boolean;
  readonly href: string | null;
};

/** A notice as it is sent: with what it names, and whether it is still to be sent. */
export type SentNotice = Pick<
  NoticeRow,
  "id" | "kind" | "at" | "values" | "subjectId" | "subject" | "actor" | "isOpen"
> & {
  readonly key: string;
  readonly actorId: string | null;
  readonly readAt: Date | null;
  readonly settledAt: Date | null;
  readonly mailedAt: Date | null;
};
