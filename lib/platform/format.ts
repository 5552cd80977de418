/** Dates, times and numbers as people read them. Pure: the language, the zone and today are arguments. */

export const LOCALES = ["ja", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (text: unknown): text is Locale => LOCALES.some((locale) => locale === text);

/** The first of our languages by weight in an Accept-Language header. */
export function preferredLocale(header: string): Locale {
  const asked = header
    .slice(0, 200)
    .split(",")
    .map((entry) => {
      const [tag = "", weight = ""] = entry.trim().toLowerCase().split(";");
      const quality = weight.trim().startsWith("q=") ? Number(weight.trim().slice(2)) : 1;
      return { language: tag.split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
  return asked.find(isLocale) ?? "ja";
}

/** `YYYY-MM-DD`, and `YYYY-MM`. */
type PlainDay = string;
type PlainMonth = string;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: Record<Locale, readonly string[]> = {
  ja: ["日", "月", "火", "水", "木", "金", "土"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

const partsOf = (day: string) => {
  const [year = "", month = "", date = ""] = day.split("-");
  return { year, month, date, monthName: MONTHS[Number(month) - 1] ?? month };
};

export const weekdayOf = (day: PlainDay, locale: Locale): string => {
  const { year, month, date } = partsOf(day);
  return WEEKDAYS[locale][new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay()] ?? "";
};

type DayOptions = {
  /** Leaves the year out when the day lies in the same one. */
  today?: PlainDay;
  weekday?: boolean;
};

/** 2026/11/20(金), 11/20 within the running year; 20 Nov 2026, Fri 20 Nov. */
export function formatDay(day: PlainDay, locale: Locale, { today, weekday = false }: DayOptions = {}): string {
  const { year, month, date, monthName } = partsOf(day);
  const isThisYear = today?.startsWith(`${year}-`) ?? false;
  const name = weekday ? weekdayOf(day, locale) : "";
  if (locale === "ja") return `${isThisYear ? "" : `${year}/`}${month}/${date}${name && `(${name})`}`;
  return `${name && `${name} `}${Number(date)} ${monthName}${isThisYear ? "" : ` ${year}`}`;
}

/** 2026年11月, 11月 within the running year; Nov 2026, Nov. */
export function formatMonth(month: PlainMonth, locale: Locale, { today }: { today?: PlainDay } = {}): string {
  const { year, month: number, monthName } = partsOf(month);
  const isThisYear = today?.startsWith(`${year}-`) ?? false;
  if (locale === "ja") return `${isThisYear ? "" : `${year}年`}${Number(number)}月`;
  return isThisYear ? monthName : `${monthName} ${year}`;
}

export const DEFAULT_ZONE = "Asia/Tokyo";

/** Made once: making one takes a hundred times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(zone, made);
  return made;
}

const zoned = (instant: Date, zone: string) => {
  const parts = clockOf(zone).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return { day: `${of("year")}-${of("month")}-${of("day")}`, time: `${of("hour")}:${of("minute")}` };
};

/** The plain day of an instant in a zone. */
export const dayOf = (instant: Date, zone: string = DEFAULT_ZONE): PlainDay => zoned(instant, zone).day;

/** 14:02 */
export const formatTime = (instant: Date, zone: string = DEFAULT_ZONE): string => zoned(instant, zone).time;

/** 2026/11/20 14:02, 11/20 14:02 within the running year; 20 Nov 2026, 14:02. */
export function formatInstant(
  instant: Date,
  locale: Locale,
  { zone = DEFAULT_ZONE, ...options }: DayOptions & { zone?: string } = {},
): string {
  const { day, time } = zoned(instant, zone);
  return `${formatDay(day, locale, options)}${locale === "ja" ? " " : ", "}${time}`;
}

const makeLists = (language: string) => ({
  conjunction: new Intl.ListFormat(language, { type: "conjunction" }),
  disjunction: new Intl.ListFormat(language, { type: "disjunction" }),
});
const LISTS = { ja: makeLists("ja"), en: makeLists("en-GB") };

/** 図、レビュー、指示 · diagram, review and direction */
export const formatList = (
  names: readonly string[],
  locale: Locale,
  type: "conjunction" | "disjunction" = "conjunction",
): string => LISTS[locale][type].format(names);

/** What stands between two facts of one line: 佐藤 美咲 ・ 判定 and Misaki Sato · Judgement. No line begins with it. */
export const factDot = (locale: Locale): string => (locale === "ja" ? " ・ " : "\u00a0· ");

/** Facts on one line, those left out that say nothing. */
export const formatFacts = (facts: readonly (string | null | undefined | false)[], locale: Locale): string =>
  facts.filter(Boolean).join(factDot(locale));

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

export const formatDays = (days: number, locale: Locale): string =>
  locale === "ja" ? `${days}日` : plural(days, "day");

export const formatHours = (hours: number, locale: Locale): string =>
  locale === "ja" ? `${hours}時間` : plural(hours, "hour");

/** A wait or an age, whole units only: 6日, 18時間, 5分. */
export function formatElapsed(from: Date, to: Date, locale: Locale): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  if (minutes >= 24 * 60) return formatDays(Math.floor(minutes / (24 * 60)), locale);
  if (minutes >= 60) return formatHours(Math.floor(minutes / 60), locale);
  return locale === "ja" ? `${minutes}分` : plural(minutes, "minute");
}

/** 1,204 */
export const formatNumber = (value: number, locale: Locale): string => NUMBERS[locale].format(value);

const NUMBERS: Record<Locale, Intl.NumberFormat> = { ja: new Intl.NumberFormat("ja"), en: new Intl.NumberFormat("en") };

/** A share as a percentage, one place where it is not whole: 92.7%. Rounded down, so that 89.99 never reads as 90. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return "–";
  return `${Math.floor((part * 1000) / whole) / 10}%`;
}

/** 12 KB, 1.5 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${Math.round((bytes / (1024 * 1024)) * 10) / 10} MB`;
}

/** The person's name in the reader's language: the Latin one in English where it is known. */
export const formatName = (person: { name: string; latinName?: string | null }, locale: Locale): string =>
  locale === "en" ? person.latinName || person.name : person.name;
