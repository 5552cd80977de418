import "server-only";
import type { PlainDay } from "@/lib/domain/calendar";
import { Prisma } from "@/prisma/generated/client";

/** The grant `g` holds on a day: twin of `readingState`. */
export const holdsOn = (on: PlainDay) =>
  Prisma.sql`g."withdrawnAt" is null and ${on}::date between g."fromOn" and g."toOn"`;

/** One of the teams of the grant `g` is managed, by whoever manages these or above. */
export const grantManagedBy = (managedTeamIds: readonly string[]) => Prisma.sql`exists (
  select 1 from "TeamAncestor" a where a."teamId" = any(g."teamIds") and a."ancestorId" = any(${[...managedTeamIds]}::uuid[]))`;
