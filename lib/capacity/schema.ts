import { z } from "zod";
import { GRANTED_CAPACITIES } from "@/lib/domain/capacity-grant";
import { choice, optional, paragraph, uuid } from "@/lib/platform/fields";

const reason = paragraph(2000);

export const newGrant = z.object({
  onceKey: uuid(),
  personId: uuid(),
  capacity: choice(GRANTED_CAPACITIES),
  teamId: optional(uuid()),
  reason,
});
export type NewGrant = z.output<typeof newGrant>;

export const grantEnd = z.object({ grantId: uuid(), reason });
export type GrantEnd = z.output<typeof grantEnd>;
