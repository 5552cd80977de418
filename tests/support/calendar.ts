/** Tokyo's calendar, for what people type into fields of days and months. */
const tokyo = () => new Date(Date.now() + 9 * 3_600_000);
const plain = (date: Date) => date.toISOString().slice(0, 10);

/** Today, or so many days away from it. */
export function dayFromToday(days = 0): string {
  const now = tokyo();
  return plain(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days)));
}

/** 2026-10, so many months back. */
export function monthBack(months: number): string {
  const now = tokyo();
  return plain(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))).slice(0, 7);
}
