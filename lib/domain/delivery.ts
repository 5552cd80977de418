import type { NoticeTopic } from "./notice-kind";

/** How a notice reaches a person besides standing in the inbox, and when. */

export const NOTICE_WAYS = ["app", "mail", "digest"] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** What nobody chose: what somebody else waits for comes at once, the rest together. */
export const DEFAULT_WAYS: Record<NoticeTopic, NoticeWay> = {
  requestWaiting: "mail",
  recordToConfirm: "mail",
  handOver: "mail",
  reminder: "digest",
  sentBack: "mail",
  decision: "digest",
  oversight: "mail",
};
export const DEFAULT_DIGEST_HOUR = 8;

export type NoticeWays = Readonly<Record<NoticeTopic, NoticeWay>>;
export type QuietHours = { readonly from: number; readonly to: number };

/** A person as a sender sees them: what they chose, and what time it is where they work. */
export type Reader = {
  readonly personId: string;
  readonly ways: NoticeWays;
  readonly quiet: QuietHours | null;
  readonly digestHour: number;
  /** Minutes since midnight, and the day. */
  readonly minute: number;
  readonly day: string;
};

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** From 22 to 7 goes over midnight; the same hour twice is no quiet at all. */
export function isQuiet(minute: number, quiet: QuietHours | null): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  const [from, to] = [quiet.from * 60, quiet.to * 60];
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

const minutesUntil = (minute: number, hour: number) => (hour * 60 - minute + DAY_MINUTES) % DAY_MINUTES;

/** To the whole minute, so that what waits for the same digest waits for the same instant. */
const inMinutes = (now: Date, minutes: number) =>
  new Date((Math.floor(now.getTime() / MINUTE_MS) + minutes) * MINUTE_MS);

/** At once, or when the quiet hours are over. */
export const mailAt = ({ minute, quiet }: Pick<Reader, "minute" | "quiet">, now: Date): Date =>
  quiet !== null && isQuiet(minute, quiet) ? inMinutes(now, minutesUntil(minute, quiet.to)) : now;

/** The next digest hour; what comes within its first minute waits for the next day. */
export const digestAt = ({ minute, digestHour }: Pick<Reader, "minute" | "digestHour">, now: Date): Date =>
  inMinutes(now, minutesUntil(minute, digestHour) || DAY_MINUTES);

export type Plan =
  | { readonly way: "app" }
  | { readonly way: "mail"; readonly at: Date }
  | { readonly way: "digest"; readonly at: Date };

/** The ways that a person has chosen, and ours for what they have not. */
export const waysOf = (chosen: Readonly<Record<string, NoticeWay>>): NoticeWays => ({ ...DEFAULT_WAYS, ...chosen });

/** What becomes of a notice on a topic for this reader. Without a mail server it stays in the app. */
export function planFor(topic: NoticeTopic, reader: Reader | undefined, now: Date): Plan {
  if (!reader) return { way: "app" };
  const way = reader.ways[topic];
  if (way === "mail") return { way, at: mailAt(reader, now) };
  return way === "digest" ? { way, at: digestAt(reader, now) } : { way };
}

/** A notice that was read, settled or mailed meanwhile is not sent any more. */
export const isStillToSend = (notice: {
  readonly readAt: Date | null;
  readonly settledAt: Date | null;
  readonly mailedAt: Date | null;
}): boolean => notice.readAt === null && notice.settledAt === null && notice.mailedAt === null;
