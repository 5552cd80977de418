import "server-only";
import { hashToken, isToken } from "@/lib/platform/tokens";
import { loadLink, loadViewer, type Viewer } from "./records";

export type { Viewer };

/** Who holds this session's cookie now, or nobody. */
export const findViewerByToken = async (token: string, now: Date): Promise<Viewer | null> =>
  isToken(token) ? loadViewer(hashToken(token), now) : null;

/** Whose invitation or reset link this is, while it works. */
export async function findLinkedPerson(kind: "invitation" | "reset", token: string, now: Date) {
  const person = (await loadLink(token, kind, now))?.person;
  return person && !person.deactivatedAt ? { name: person.name, email: person.email } : null;
}

/** The set-up link works: nobody is in the database yet. */
export const isSetUpOpen = async (token: string, now: Date): Promise<boolean> =>
  (await loadLink(token, "setup", now)) !== null;
