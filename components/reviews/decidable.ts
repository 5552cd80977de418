import { confirmedFieldsOf } from "@/lib/domain/queue";
import type { ClaimView } from "@/lib/reviewed-record/schema";

/** The reader can verify it or send it back now. */
export const isDecidable = ({ quality, standing }: Pick<ClaimView, "quality" | "standing">): boolean =>
  quality !== null && standing === "waiting";

/** Facts of the record, the same for all of its claims: confirmed once, under the first claim that asks for them. */
export const FACT_FIELDS = ["supervision", "mentorPresent", "judged"] as const;
export type FactField = (typeof FACT_FIELDS)[number];

export function fieldsByClaim(claims: readonly ClaimView[]): ReadonlyMap<string, readonly FactField[]> {
  const left = new Set<FactField>(FACT_FIELDS);
  return new Map(
    claims.filter(isDecidable).map(({ claimId, criterion }) => {
      const asked = confirmedFieldsOf(criterion.rule);
      const fields = FACT_FIELDS.filter((field) => left.has(field) && asked.includes(field));
      for (const field of fields) left.delete(field);
      return [claimId, fields];
    }),
  );
}

/** Those that no claim asks for are confirmed as they were claimed. */
export const fieldsUnasked = (claims: readonly ClaimView[]): readonly FactField[] => {
  const asked = [...fieldsByClaim(claims).values()].flat();
  return FACT_FIELDS.filter((field) => !asked.includes(field));
};
