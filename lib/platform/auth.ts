import "server-only";
import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { ABSOLUTE_MS } from "@/lib/domain/identity";
import { signIn, signOut } from "@/lib/identity/commands";
import { findViewerByToken } from "@/lib/identity/queries";
import { signInForm } from "@/lib/identity/schema";
import { now } from "./clock";
import { env } from "./env";
import { log } from "./log";
import { cookieAttributes, cookieName, isHttps, sessionCookie } from "./session-cookie";
import { readVisitor } from "./visitor";

/**
 * Everything that knows next-auth. Its cookie is our opaque token and its "JWT" is looked up in our table (security.md, A3),
 * so that it can be replaced by changing this file. Identity providers will be added here; the form of /sign-in does not need it.
 */
const MAX_AGE = ABSOLUTE_MS / 1000;

const rawOf = (token: JWT | undefined) => (typeof token?.raw === "string" ? token.raw : "");

async function authorize(credentials: unknown) {
  const parsed = signInForm.safeParse(credentials);
  if (!parsed.success) return null;
  const decision = await signIn(parsed.data, await readVisitor());
  return decision.ok ? { id: decision.value.personId, raw: decision.value.token } : null;
}

const cookie = (name: string) => ({ name: cookieName(name), options: cookieAttributes() });

const options = (): NextAuthOptions => ({
  secret: env().SODATE_SECRET,
  session: { strategy: "jwt", maxAge: MAX_AGE },
  useSecureCookies: isHttps(),
  cookies: {
    sessionToken: { name: sessionCookie(), options: cookieAttributes() },
    callbackUrl: cookie("sodate-callback"),
    csrfToken: cookie("sodate-csrf"),
    pkceCodeVerifier: cookie("sodate-pkce"),
    state: cookie("sodate-state"),
    nonce: cookie("sodate-nonce"),
  },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  providers: [Credentials({ id: "password", name: "password", credentials: { email: {}, password: {} }, authorize })],
  jwt: {
    maxAge: MAX_AGE,
    encode: async ({ token }) => rawOf(token),
    decode: async ({ token }) => {
      const viewer = token ? await findViewerByToken(token, now()) : null;
      return viewer && { raw: token, sub: viewer.actor.id };
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user && "raw" in user ? { raw: user.raw, sub: user.id } : token),
    session: ({ session }) => ({ expires: session.expires }),
    redirect: () => env().APP_ORIGIN,
  },
  events: {
    signOut: async ({ token }) => {
      await signOut(rawOf(token));
    },
  },
  logger: {
    error: (code) => {
      if (code !== "JWT_SESSION_ERROR") log.error({ event: "AuthError", code });
    },
    warn: (code) => log.warn({ event: "AuthWarning", code }),
    debug: () => undefined,
  },
});

/** What next-auth may answer; everything else of it does not exist. */
const ALLOWED: Record<string, readonly string[]> = {
  GET: ["csrf", "providers", "session"],
  POST: ["callback/password", "signout"],
};

type Context = { params: Promise<{ nextauth: string[] }> };

export async function handleAuth(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (!ALLOWED[request.method]?.includes(nextauth.join("/"))) return new Response(null, { status: 404 });
  return NextAuth(request, { params: { nextauth } }, options());
}
