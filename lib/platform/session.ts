import "server-only";
import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/domain/access";
import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { findViewerByToken } from "@/lib/identity/queries";
import { now } from "./clock";
import { PATH_HEADER } from "./csp";
import { sessionCookie } from "./session-cookie";

/** Who is signed in, with name, language and the like for the shell. One SQL statement per request. */
export const findViewer = cache(async () => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token === undefined ? null : findViewerByToken(token, now());
});

export const findActor = async (): Promise<Actor | null> => (await findViewer())?.actor ?? null;

/** For a page: the viewer, or the way to sign-in and back. */
export async function requireSignedIn() {
  const viewer = await findViewer();
  if (viewer) return viewer;
  const path = (await headers()).get(PATH_HEADER);
  redirect((path === null || path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`) as Route);
}

/** For a page: also the purpose of use was acknowledged in its current version. */
export async function requireViewer() {
  const viewer = await requireSignedIn();
  if (viewer.purposeVersion < PURPOSE_VERSION) redirect("/purpose" as Route);
  return viewer;
}

export const requireActor = async (): Promise<Actor> => (await requireViewer()).actor;
