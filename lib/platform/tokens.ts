import { createHash, createHmac, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a link. Only the hash is kept. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token, "utf8").digest());

/** A key that tells nothing about what it was made from: for counters by address or account. */
export const keyedDigest = (secret: string, ...parts: readonly string[]): string =>
  createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
