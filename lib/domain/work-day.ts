import { addDays, isPlainDay, type PlainDay } from "./calendar";

/** How systems write days and times in their files. */
export const WORK_DATE_FORMATS = [
  "yearFirst",
  "monthFirst",
  "dayFirst",
  "dayMonthName",
  "epochMilliseconds",
  "epochSeconds",
] as const;
export type WorkDateFormat = (typeof WORK_DATE_FORMATS)[number];

/** As the file says it. Without a time it is that plain day; without an offset the time is of the source's zone. */
export type WrittenTime = {
  readonly day: PlainDay;
  /** Minutes since midnight. */
  readonly minutes: number | null;
  /** Minutes east of UTC. */
  readonly offset: number | null;
};

const TIME =
  /^(?:(午前|午後)\s*)?(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?\s*(AM|PM)?\s*(Z|UTC|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;
const DATE: Record<Exclude<WorkDateFormat, `epoch${string}`>, RegExp> = {
  yearFirst: /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[T\s]\s*(.*))?$/i,
  monthFirst: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:,?\s+(.*))?$/,
  dayFirst: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:,?\s+(.*))?$/,
  dayMonthName: /^(\d{1,2})[-/. ]([a-z]{3})[a-z]*[-/. ](\d{4}|\d{2})(?:,?\s+(.*))?$/i,
};
/** Year, month and day among the groups of each. */
const ORDER = {
  yearFirst: [1, 2, 3],
  monthFirst: [3, 1, 2],
  dayFirst: [3, 2, 1],
  dayMonthName: [3, 2, 1],
} as const;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const DAY_MS = 86_400_000;

/** Null where the text is no time of this format. */
export function readTime(raw: string, format: WorkDateFormat): WrittenTime | null {
  const text = raw.normalize("NFKC").trim();
  if (format === "epochMilliseconds" || format === "epochSeconds")
    return fromEpoch(text, format === "epochSeconds" ? 1000 : 1);
  const found = DATE[format].exec(text);
  if (!found) return null;
  const [year = "", month = "", day = ""] = ORDER[format].map((group) => found[group]);
  const date = plainDay(year, monthNumber(month), day);
  const time = found[4]?.trim() ?? "";
  if (date === null) return null;
  return time === "" ? { day: date, minutes: null, offset: null } : withTime(date, time);
}

const monthNumber = (text: string) => (/^\d/.test(text) ? text : String(MONTHS.indexOf(text.toLowerCase()) + 1));

function plainDay(year: string, month: string, day: string): PlainDay | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDay(text) ? text : null;
}

function withTime(day: PlainDay, text: string): WrittenTime | null {
  const [, kanji, hours, minutes, half, zone] = TIME.exec(text) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null;
  const hour = inDay(Number(hours), half?.toLowerCase() ?? (kanji && (kanji === "午後" ? "pm" : "am")));
  if (hour === null) return null;
  return { day, minutes: hour * 60 + Number(minutes), offset: zone === undefined ? null : offsetOf(zone) };
}

/** 12 AM is midnight, 12 PM noon. */
function inDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour > 12) return null;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function offsetOf(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function fromEpoch(text: string, factor: number): WrittenTime | null {
  if (!/^\d{9,14}(\.\d+)?$/.test(text)) return null;
  const since = Number(text) * factor;
  const days = Math.floor(since / DAY_MS);
  if (days > 365 * 1000) return null;
  return { day: addDays("1970-01-01", days), minutes: Math.floor((since - days * DAY_MS) / 60_000), offset: 0 };
}
