import "server-only";
import { cookies, headers } from "next/headers";
import { now } from "./clock";
import { sessionCookie } from "./session-cookie";

/** Who knocks without being signed in: for limits, for the list of sessions, and to end the session held before. */
export type Visitor = {
  readonly now: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly heldToken: string | null;
};

export async function readVisitor(): Promise<Visitor> {
  const received = await headers();
  const heldToken = (await cookies()).get(sessionCookie())?.value ?? null;
  return { now: now(), heldToken, ...knownFrom((name) => received.get(name)) };
}

/** The last entry is what our own reverse proxy saw; without one, Next puts the socket's address there. */
export const knownFrom = (header: (name: string) => string | null) => ({
  address: (header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "").slice(0, 64),
  userAgent: (header("user-agent") ?? "").slice(0, 300),
});
