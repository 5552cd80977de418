import "server-only";
import { cookies } from "next/headers";
import { env } from "./env";

export const isHttps = () => env().APP_ORIGIN.startsWith("https:");

/** `__Host-`: only over https, only this host, the whole path. Plain http (loopback) cannot have it. */
export const cookieName = (name: string) => `${isHttps() ? "__Host-" : ""}${name}`;
export const sessionCookie = () => cookieName("sodate-session");

export const cookieAttributes = () => ({ httpOnly: true, secure: isHttps(), sameSite: "lax", path: "/" }) as const;

export const writeSessionCookie = async (token: string, expires: Date): Promise<void> => {
  (await cookies()).set(sessionCookie(), token, { ...cookieAttributes(), expires });
};

export const clearSessionCookie = async (): Promise<void> => {
  (await cookies()).set(sessionCookie(), "", { ...cookieAttributes(), maxAge: 0 });
};
