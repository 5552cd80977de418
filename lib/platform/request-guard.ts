import { bytesTaken } from "./action-state";
import type { Barrier } from "./barrier-page";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];
const METHODS = [...SAFE_METHODS, "POST", "PUT", "PATCH", "DELETE"];

export type Knock = {
  readonly method: string;
  readonly path: string;
  readonly header: (name: string) => string | null;
};

/** Why a request must not come in, or null. Any action can be posted to any address: this guards the door, not the rooms. */
export function barrierFor(knock: Knock, origin: string): Barrier | null {
  if (!METHODS.includes(knock.method)) return "methodUnknown";
  if (!SAFE_METHODS.includes(knock.method) && !isOurs(knock, origin)) return "foreignOrigin";
  return sizeBarrier(knock) ?? shapeBarrier(knock);
}

/**
 * A browser says where a form comes from; who does not say is refused too (security.md, B2). The host is compared as well:
 * after an action that redirects, the framework asks the next page of whatever host the request named.
 */
function isOurs({ header }: Knock, origin: string): boolean {
  const site = header("sec-fetch-site");
  const isSameHost = header("host")?.toLowerCase() === new URL(origin).host;
  return header("origin") === origin && isSameHost && (site === null || site === "same-origin");
}

function sizeBarrier({ method, path, header }: Knock): Barrier | null {
  const length = header("content-length");
  const hasBody = header("transfer-encoding") !== null || (length !== null && length !== "0");
  if (length === null && (hasBody || !SAFE_METHODS.includes(method))) return "lengthMissing";
  return Number(length) > bytesTaken(path) ? "tooLarge" : null;
}

/** Without a boundary nothing says where a field begins: the framework would answer a bare 500. */
function shapeBarrier({ header }: Knock): Barrier | null {
  const type = header("content-type") ?? "";
  return /^multipart\/form-data/i.test(type) && !/;\s*boundary=\S/i.test(type) ? "malformed" : null;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Where a visit under another loopback name belongs: cookies and the Origin check know one name only. */
export function properAddress(knock: Knock, pathAndQuery: string, origin: string): string | null {
  const { host, hostname, port } = new URL(origin);
  const asked = knock.header("host")?.toLowerCase();
  if (asked === undefined || asked === host || !SAFE_METHODS.includes(knock.method)) return null;
  const isTwin =
    LOOPBACK.includes(hostname) && LOOPBACK.some((name) => asked === (port === "" ? name : `${name}:${port}`));
  return isTwin ? `${origin}${pathAndQuery}` : null;
}
