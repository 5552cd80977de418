import { hashPassword } from "@/lib/identity/password-hash";
import { createLink, createSession } from "@/lib/identity/records";
import { db } from "@/lib/platform/db";
import type { Visitor } from "@/lib/platform/visitor";

type Ref = { readonly id: string };

/** Nine in the morning in Tokyo, on a Friday. */
export const FRIDAY = new Date("2026-11-20T00:00:00.000Z");
export const after = (from: Date, { minutes = 0, hours = 0 }: { minutes?: number; hours?: number }) =>
  new Date(from.getTime() + (hours * 60 + minutes) * 60_000);

export const PASSWORD = "つくえのうえにりんごが3つ";

export const aVisitor = (wish: Partial<Visitor> = {}): Visitor => ({
  now: FRIDAY,
  address: "192.0.2.10",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36",
  heldToken: null,
  ...wish,
});

export const aPassword = async (person: Ref, password = PASSWORD) => {
  const passwordHash = await hashPassword(password);
  await db().credential.create({ data: { personId: person.id, passwordHash, changedAt: FRIDAY } });
};

export const aSession = (person: Ref, wish: Partial<Visitor> = {}) =>
  db().$transaction((tx) => createSession(tx, person.id, aVisitor(wish)));

type LinkWish = { kind: "setup" | "invitation" | "reset"; person?: Ref; now?: Date };

export const aLink = ({ kind, person, now = FRIDAY }: LinkWish) =>
  db().$transaction((tx) => createLink(tx, { kind, personId: person?.id ?? null, madeById: null, now }));

/** What the audit says happened, oldest first. */
export const eventsOf = async (subjectId: string): Promise<string[]> => {
  const rows = await db().$queryRaw<{ action: string }[]>`
    select action from audit.event where subject = ${subjectId} order by seq`;
  return rows.map(({ action }) => action);
};
