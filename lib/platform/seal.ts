import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Secrets that have to be read again (a mail server's password, a webhook's address): AES-256-GCM with a key made from
 * SODATE_SECRET. What it is for is bound to it, so that a sealed text cannot be moved to another place.
 */
const keyOf = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "sodate seal v1", 32));

export function seal(secret: string, purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return ["v1", nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/** Null where the secret is another one, or the text is not as it was sealed. */
export function unseal(secret: string, purpose: string, sealed: string): string | null {
  const [version, nonce = "", tag = "", text = ""] = sealed.split(".");
  if (version !== "v1") return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), Buffer.from(nonce, "base64url"), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
