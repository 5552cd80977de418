import type { Actor } from "@/lib/domain/access";

/** Somebody who holds nothing. A test says only what its person holds. */
export const NOBODY: Omit<Actor, "id"> = {
  isAdmin: false,
  isAuditor: false,
  isTrainee: false,
  managedTeamIds: [],
  mentorships: [],
  appointments: [],
};
