import "server-only";
import type { Prisma } from "@/prisma/generated/client";

/** Administrators that stand without an end day: one of them must always be left. */
export const standingAdministrators = {
  capacity: "admin",
  endedAt: null,
  person: { deactivatedAt: null, endsOn: null },
} as const satisfies Prisma.CapacityGrantWhereInput;
