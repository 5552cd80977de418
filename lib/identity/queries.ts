import "server-only";
import { hashToken, isToken } from "@/lib/platform/tokens";
import { loadViewer, type Viewer } from "./records";

/** Who holds this session's cookie now, or nobody. */
export const findViewerByToken = async (token: string, now: Date): Promise<Viewer | null> =>
  isToken(token) ? loadViewer(hashToken(token), now) : null;
