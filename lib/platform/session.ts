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
  return viewer ?? askFirst("/sign-in", await pathAskedFor());
}

/** For a page: also the purpose of use was acknowledged in its current version. */
export async function requireViewer() {
  const viewer = await requireSignedIn();
  return viewer.purposeVersion < PURPOSE_VERSION ? askFirst("/purpose", await pathAskedFor()) : viewer;
}

type Viewer = NonNullable<Awaited<ReturnType<typeof findViewer>>>;
type FileReader =
  | { readonly viewer: Viewer; readonly refused: null }
  | { readonly viewer: null; readonly refused: Response };

/**
 * For a file: who reads it, or the answer to who may not yet. The way back from the purpose of use leads to the page that offers the
 * file: a browser that stores a file stays where it was, before a form that is answered already.
 */
export async function findFileReader(offeredBy?: string): Promise<FileReader> {
  const viewer = await findViewer();
  if (viewer === null) return { viewer, refused: new Response(null, { status: 401 }) };
  if (viewer.purposeVersion >= PURPOSE_VERSION) return { viewer, refused: null };
  const page = offeredBy ?? (await pathAskedFor()).replace(/\/pdf$/, "");
  const location = onTheWayTo(page, "/purpose");
  return { viewer: null, refused: new Response(null, { status: 303, headers: { location } }) };
}

const pathAskedFor = async () => (await headers()).get(PATH_HEADER) ?? "/";

const onTheWayTo = (then: string, first: string) => `${first}?next=${encodeURIComponent(then)}`;

const askFirst = (first: string, then: string): never =>
  redirect((then === "/" ? first : onTheWayTo(then, first)) as Route);

export const requireActor = async (): Promise<Actor> => (await requireViewer()).actor;
