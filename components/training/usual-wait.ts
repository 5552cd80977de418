import type { QueueKind } from "@/lib/domain/queue";
import { formatDays, formatHours, type Locale } from "@/lib/platform/format";

/** What a trainee waits for. */
const AWAITED = ["record", "judgement", "signOff"] as const;

/** 2日, 18時間: how long each usually takes with the mentors of one's enrolments. */
export type UsualWait = Readonly<Record<(typeof AWAITED)[number], string>>;

export const usualWait = (hoursOf: (kind: QueueKind) => number, locale: Locale): UsualWait => ({
  record: roundedUp(hoursOf("record"), locale),
  judgement: roundedUp(hoursOf("judgement"), locale),
  signOff: roundedUp(hoursOf("signOff"), locale),
});

const roundedUp = (hours: number, locale: Locale) =>
  hours < 24 ? formatHours(Math.max(1, Math.ceil(hours)), locale) : formatDays(Math.ceil(hours / 24), locale);
