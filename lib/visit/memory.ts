/** As many visits as a busy day has; then the process begins anew, and the table's key still keeps each of them once. */
const LARGEST = 20_000;

const globals = globalThis as { sodateVisits?: Set<string> };

/** Whether this process has noted the visit; from now on it has. Spares a statement for every further page of the day. */
export function alreadyNoted(visit: string): boolean {
  globals.sodateVisits ??= new Set();
  const noted = globals.sodateVisits;
  if (noted.has(visit)) return true;
  if (noted.size >= LARGEST) noted.clear();
  noted.add(visit);
  return false;
}

export const forgetNoted = (visit: string) => globals.sodateVisits?.delete(visit);
