import type { WorkLine } from "@/lib/domain/work-plan";
import { digestOf } from "@/lib/platform/kept-file";

/** Names exactly these bad lines, so that nobody leaves out others than they have seen; null where there is none. */
export function badLinesKey(lines: readonly WorkLine[]): string | null {
  const bad = lines.filter(({ outcome }) => outcome === "bad");
  if (bad.length === 0) return null;
  return digestOf(JSON.stringify(bad.map(({ row, problems }) => [row, ...problems.map(({ code }) => code)])));
}
