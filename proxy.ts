import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { type Barrier, barrierPage, localeOf } from "@/lib/platform/barrier-page";
import { contentSecurityPolicy, PATH_HEADER } from "@/lib/platform/csp";
import { env } from "@/lib/platform/env";
import { barrierFor, properAddress } from "@/lib/platform/request-guard";

/** Headers, size and origin. Never the authority on access: every page, action and route asks for itself. */
export async function proxy(request: NextRequest): Promise<Response> {
  const origin = new URL(env().APP_ORIGIN).origin;
  const { pathname, search } = request.nextUrl;
  const knock = { method: request.method, path: pathname, header: (name: string) => request.headers.get(name) };
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, { isDevelopment: process.env.NODE_ENV === "development" });

  const barrier = barrierFor(knock, origin) ?? (await bodyBarrier(request));
  if (barrier) {
    const locale = localeOf(request.cookies.get("locale")?.value, request.headers.get("accept-language") ?? "");
    return secured(barrierPage(barrier, locale, nonce), policy, origin);
  }
  const elsewhere = pathname === "/api/health" ? null : properAddress(knock, `${pathname}${search}`, origin);
  if (elsewhere) return secured(NextResponse.redirect(elsewhere, 307), policy, origin);
  const headers = cleaned(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, `${pathname}${search}`);
  return secured(NextResponse.next({ request: { headers } }), policy, origin);
}

/** Fields in parts that are cut off or out of shape: past this door the framework answers a bare 500. */
async function bodyBarrier(request: NextRequest): Promise<Barrier | null> {
  if (request.method !== "POST" || !request.headers.get("content-type")?.startsWith("multipart/form-data")) return null;
  try {
    await request.formData();
    return null;
  } catch {
    return "malformed";
  }
}

/** What a client must not be able to say to the framework or to us. */
const OURS = /^(x-nonce|content-security-policy.*|x-middleware-.*|next-resume|x-sodate-.*)$/;

function cleaned(received: Headers): Headers {
  const headers = new Headers(received);
  for (const name of received.keys()) if (OURS.test(name)) headers.delete(name);
  return headers;
}

function secured(response: Response, policy: string, origin: string): Response {
  const { headers } = response;
  headers.set("Content-Security-Policy", policy);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (origin.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return response;
}

/** Everything but the static files: those have their headers from next.config.js. No condition that a client could choose. */
export const config = { matcher: "/((?!_next/static/|icon\\.svg$).*)" };
