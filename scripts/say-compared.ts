import type { Comparison } from "@/lib/chronicle/queries";

/** Every difference, then one line. Answers how many there are. */
export function sayCompared({ people, found }: Comparison): number {
  for (const { key, told, held } of found)
    process.stdout.write(`✗ ${key}: the events tell "${told ?? "nothing"}", the tables hold "${held ?? "nothing"}"\n`);
  const agree = `${people} people, the tables say what the events tell.`;
  process.stdout.write(`${found.length === 0 ? agree : `${found.length} differences between tables and events.`}\n`);
  return found.length;
}
