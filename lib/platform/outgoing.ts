import "server-only";
import { createHmac } from "node:crypto";
import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP } from "node:net";

/** How far webhooks may reach; what the operator set in SODATE_WEBHOOKS. */
export type Reach = "public" | "private" | "loopback";

const TIMEOUT_MS = 10_000;
/** Nothing of an answer is needed but its status. */
const MOST_BYTES = 16 * 1024;

const rangesOf = (...ranges: readonly [string, number][]) => {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, net.includes(":") ? "ipv6" : "ipv4");
  return list;
};

const LOOPBACK = rangesOf(["127.0.0.0", 8], ["::1", 128]);
const PRIVATE = rangesOf(["10.0.0.0", 8], ["172.16.0.0", 12], ["192.168.0.0", 16], ["fc00::", 7]);
const PUBLIC_6 = rangesOf(["2000::", 3]);
/** Never a target: this network, shared and link-local (cloud metadata) addresses, documentation, tunnels, multicast. */
const NEVER = rangesOf(
  ["0.0.0.0", 8],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  ["2001::", 32],
  ["2001:db8::", 32],
  ["2002::", 16],
);

/** Whether this very address may be connected to. */
export function mayReach(address: string, reach: Reach): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const type = family === 6 ? "ipv6" : "ipv4";
  const isIn = (list: BlockList) => list.check(address, type);
  if (isIn(LOOPBACK)) return reach === "loopback";
  if (isIn(PRIVATE)) return reach !== "public";
  return !isIn(NEVER) && (family === 4 || isIn(PUBLIC_6));
}

export type Call = { readonly url: string; readonly body: string; readonly headers: Readonly<Record<string, string>> };
export type Called =
  | { readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly failure: "AddressRefused" | "Unreachable" | "TimedOut" };

/**
 * One POST. The name is looked up once and that address is connected to, so that it cannot lead elsewhere meanwhile; no
 * redirect is followed; ten seconds in all; the answer is not read beyond a bound.
 */
export async function post(call: Call, reach: Reach, withinMs = TIMEOUT_MS): Promise<Called> {
  const url = new URL(call.url);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && reach === "loopback"))
    return { failure: "AddressRefused" };
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(name) ? [{ address: name }] : await lookup(name, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) return { failure: "Unreachable" };
  if (!found.every(({ address }) => mayReach(address, reach))) return { failure: "AddressRefused" };
  return await send(url, first.address, call, withinMs);
}

function send(url: URL, address: string, { body, headers }: Call, withinMs: number): Promise<Called> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(withinMs);
    const asked = request(url, {
      method: "POST",
      agent: false,
      signal,
      headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      lookup: (_name, options, done) => {
        const family = isIP(address);
        if (options.all) done(null, [{ address, family }]);
        else done(null, address, family);
      },
    });
    asked.on("response", (response) => readToEnd(response, resolve));
    asked.on("error", () => resolve({ failure: signal.aborted ? "TimedOut" : "Unreachable" }));
    asked.end(body);
  });
}

/** The status counts; the rest is let go, and cut off where it does not end. */
function readToEnd(response: http.IncomingMessage, resolve: (called: Called) => void) {
  let bytes = 0;
  const answer = { status: response.statusCode ?? 0, retryAfterSeconds: secondsIn(response.headers["retry-after"]) };
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) response.destroy();
  });
  response.on("close", () => resolve(answer));
  response.on("error", () => resolve(answer));
}

const secondsIn = (text: string | undefined) => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null);

/** Standard Webhooks 1.0: the id is the same over all tries, the time is that of this one. */
export function signedHeaders(secret: string, { id, at, body }: { id: string; at: Date; body: string }) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
