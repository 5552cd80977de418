import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import { db } from "@/lib/platform/db";
import { holdsOn } from "./scope";

export type GrantHeld = { readonly id: string; readonly teamIds: readonly string[] };

/** Grants by which the actor may read a person's texts on a day. One statement, for auditors alone. */
export const findGrantsFor = async (actor: Actor, personId: string, on: PlainDay): Promise<readonly GrantHeld[]> =>
  actor.isAuditor
    ? await db().$queryRaw<GrantHeld[]>`
        select g.id, g."teamIds" from "ReadingGrant" g
         where g."auditorId" = ${actor.id}::uuid and ${holdsOn(on)} and (g."personId" is null or g."personId" = ${personId}::uuid)`
    : [];
