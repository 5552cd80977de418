import "server-only";
import { headers } from "next/headers";
import { now } from "./clock";

/** Who knocks without being signed in: the time, the address and the browser, for limits and for the list of sessions. */
export type Visitor = { readonly now: Date; readonly address: string; readonly userAgent: string };

/** The last entry is what our own reverse proxy saw; without one, Next puts the socket's address there. */
export async function readVisitor(): Promise<Visitor> {
  const received = await headers();
  const forwarded = received.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return { now: now(), address: forwarded.slice(0, 64), userAgent: (received.get("user-agent") ?? "").slice(0, 300) };
}
