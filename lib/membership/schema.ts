import { z } from "zod";
import { choice, day, optional, uuid } from "@/lib/platform/fields";

export const MEMBERSHIP_KINDS = ["main", "additional"] as const;

export const newMembership = z.object({
  onceKey: uuid(),
  personId: uuid(),
  teamId: uuid(),
  kind: choice(MEMBERSHIP_KINDS),
  fromOn: day(),
  toOn: optional(day()),
});
export type NewMembership = z.output<typeof newMembership>;

export const membershipEnd = z.object({ membershipId: uuid(), toOn: day() });
export type MembershipEnd = z.output<typeof membershipEnd>;
