import "server-only";
import type { Actor } from "@/lib/domain/access";
import { placeOf } from "@/lib/domain/notice-place";
import { db } from "@/lib/platform/db";
import type { Locale } from "@/lib/platform/format";
import { Prisma } from "@/prisma/generated/client";
import { loadInbox, loadToldAs } from "./records";
import type { ReadNotice } from "./schema";
import { noticeWording } from "./words";

const NOTICES_A_PAGE = 50;

/** One's own notices in one's own language, unread first. One statement. */
export async function listNotices(actor: Actor, page: number, locale: Locale) {
  const limit = NOTICES_A_PAGE;
  const rows = await loadInbox(db(), { personId: actor.id, limit, offset: (page - 1) * limit });
  const wordOf = await noticeWording(locale);
  const notices = rows.map((row): ReadNotice => {
    const { id, at, recordTitle, isRead, isSettled, isOpen } = row;
    const href = isOpen ? placeOf(row) : null;
    return { id, at, text: wordOf(row), recordTitle, isUnread: !isRead && !isSettled, isSettled, href };
  });
  return { notices, total: rows[0]?.total ?? 0, unread: rows[0]?.unread ?? 0 };
}

/** For a sender: what one person was told of one thing, by its key and kind. */
export const findTold = async (personId: string, key: string, kind: string) =>
  (await loadToldAs(db(), Prisma.sql`n."personId" = ${personId}::uuid and n.key = ${key} and n.kind = ${kind}`))[0] ??
  null;

/** For a channel: what was told to whomever. */
export const findToldToAnybody = async (key: string, kind: string) =>
  (await loadToldAs(db(), Prisma.sql`n.key = ${key} and n.kind = ${kind}`))[0] ?? null;

/** For a digest: what waits for it until then. */
export const listForDigest = (personId: string, until: Date) =>
  loadToldAs(
    db(),
    Prisma.sql`n."personId" = ${personId}::uuid and n.way = 'digest' and n."mailedAt" is null and n.at <= ${until}::timestamptz`,
  );

/** Words of notices for those who send them. */
export const wordingIn = noticeWording;
