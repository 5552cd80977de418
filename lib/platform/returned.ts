import "server-only";
import { headers } from "next/headers";
import type { ActionState, FormAction } from "./action-state";
import { PATH_HEADER } from "./csp";

/** What a form posted and could not do, with the way to send it again. */
type Returned = { state: Exclude<ActionState, { status: "idle" | "done" }>; action: FormAction; path: string };

/** Both halves of a post without scripts, the action and the page that answers, are given the same headers. */
const returned = new WeakMap<object, Returned>();

/** For the page of the same request. Scripts get the state itself, and keep their page. */
export async function handBack(state: ActionState, action: FormAction): Promise<void> {
  const received = await headers();
  if (state.status === "idle" || state.status === "done" || received.has("next-action")) return;
  returned.set(received, { state, action, path: received.get(PATH_HEADER) ?? "/" });
}

/** What this very request gives back, where the page that held the form cannot. */
export const findReturned = async (): Promise<Returned | null> => returned.get(await headers()) ?? null;
