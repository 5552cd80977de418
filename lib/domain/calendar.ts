/** Plain calendar days, and a team's calendar. A rule never sees an instant or a zone name. */

/** `YYYY-MM-DD` as the person wrote it. */
export type PlainDay = string;
/** `YYYY-MM`. */
export type PlainMonth = string;

/** What a team's calendar tells a rule: today, and where its fiscal year starts (1–12). */
export type TeamCalendar = { readonly today: PlainDay; readonly fiscalYearStartMonth: number };
