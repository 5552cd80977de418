import type { CountCondition } from "../rule";
import { idOf, narrow, type Occasion, type Sifted } from "./claims";

/**
 * One incident counts once where the condition asks for distinct ones: the earliest counts. References are compared trimmed,
 * in one width and case; a record without a reference is an occasion of its own. `within` names the window to look in.
 */
export function withoutRepeats(
  sifted: Sifted,
  { distinctIncidents }: CountCondition,
  within: (occasion: Occasion) => string = () => "",
): Sifted {
  if (!distinctIncidents) return sifted;
  const seen = new Set<string>();
  const repeats = new Set<string>();
  for (const occasion of [...sifted.counted, ...sifted.prospects]) {
    const incident = normalised(occasion.claim.incidentRef);
    const key = `${within(occasion)} ${incident}`;
    if (incident !== "" && seen.has(key)) repeats.add(idOf(occasion));
    seen.add(key);
  }
  return narrow(sifted, (occasion) => (repeats.has(idOf(occasion)) ? { reason: "sameIncident" } : null));
}

const normalised = (incidentRef: string | null) => (incidentRef ?? "").normalize("NFKC").trim().toLowerCase();
