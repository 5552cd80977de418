import "server-only";
import type { Actor } from "@/lib/domain/access";
import { ABSOLUTE_MS, IDLE_MS } from "@/lib/domain/identity";
import { fromDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import { deviceOf } from "./device";
import { type HeldCount, type HeldKind, loadHeld, loadHeldCounts, loadVisits } from "./records";

export type { HeldCount, HeldKind };

const PROFILE = {
  name: true,
  reading: true,
  latinName: true,
  email: true,
  employeeNumber: true,
  affiliation: true,
  endsOn: true,
} as const;
const MEMBERSHIPS = {
  where: { toOn: null },
  orderBy: [{ isMain: "desc" }, { fromOn: "asc" }],
  select: { team: { select: { nameJa: true, nameEn: true } } },
} satisfies Prisma.Person$membershipsArgs;

/** The reader's own profile, with the teams of today. */
export async function findProfile(actor: Actor) {
  const select = { ...PROFILE, memberships: MEMBERSHIPS };
  const person = await db().person.findUnique({ where: { id: actor.id }, select });
  if (!person) return null;
  const { endsOn, memberships, ...profile } = person;
  return { ...profile, endsOn: endsOn && fromDbDay(endsOn), teams: memberships.map(({ team }) => team) };
}

/** The reader's own sessions that still stand, the latest used first. */
export async function listSessions(actor: Actor, now: Date) {
  const sessions = await db().session.findMany({
    where: { personId: actor.id, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return sessions.map(({ userAgent, ...session }) => ({
    ...session,
    device: deviceOf(userAgent),
    endsAt: new Date(session.createdAt.getTime() + ABSOLUTE_MS),
  }));
}

/** How much of each kind is held about the reader. */
export const summariseHeld = async (actor: Actor) => (await loadHeldCounts(actor.id)).filter(({ count }) => count > 0);

/** Everything held about the reader, as it is stored. */
export const exportHeld = (actor: Actor) => loadHeld(actor.id);

/** Who opened the reader's records. */
export async function listVisits(actor: Actor, page: number, pageSize: number) {
  const rows = await loadVisits(actor.id, { skip: (page - 1) * pageSize, take: pageSize });
  return { visits: rows, total: rows[0]?.total ?? 0 };
}
