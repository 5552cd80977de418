// The key that signs checkpoints, as C2SP signed-note writes keys. Imports nothing of ours: the start script makes the key.
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, randomBytes, sign, verify } from "node:crypto";

/** Ed25519, in signed-note. */
const ALGORITHM = Buffer.of(1);
const SEED_IN_DER = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_IN_DER = Buffer.from("302a300506032b6570032100", "hex");
const RAW = 32;

export type Verifier = {
  readonly name: string;
  /** Four bytes, in hexadecimal. */
  readonly keyId: string;
  /** `name+keyId+key`: what is handed to whoever verifies. */
  readonly text: string;
  readonly verify: (text: string, signature: Uint8Array) => boolean;
};
export type Signer = { readonly verifier: Verifier; readonly sign: (text: string) => Buffer };

const keyIdOf = (name: string, key: Buffer) =>
  hash("sha256", Buffer.concat([Buffer.from(`${name}\n`), ALGORITHM, key]), "buffer")
    .subarray(0, 4)
    .toString("hex");

/** The three parts behind the last two signs; a key's base64 may itself hold a plus. */
function partsOf(text: string, key: (base64: string) => Buffer) {
  const [, name, keyId, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  if (!name || !keyId || !base64) return null;
  const bytes = key(base64);
  if (bytes.length !== 1 + RAW || bytes[0] !== ALGORITHM[0]) return null;
  return { name, keyId, raw: bytes.subarray(1) };
}

function verifierOf(name: string, raw: Buffer): Verifier {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_IN_DER, raw]), format: "der", type: "spki" });
  const keyId = keyIdOf(name, raw);
  return {
    name,
    keyId,
    text: `${name}+${keyId}+${Buffer.concat([ALGORITHM, raw]).toString("base64")}`,
    verify: (text, signature) => verify(null, Buffer.from(text), key, signature),
  };
}

const fromBase64 = (text: string) => Buffer.from(text, "base64");

export function readVerifier(text: string): Verifier | null {
  const parts = partsOf(text, fromBase64);
  const verifier = parts && verifierOf(parts.name, parts.raw);
  return verifier?.keyId === parts?.keyId ? verifier : null;
}

const SECRET = "PRIVATE+KEY+";

export function readSigner(text: string): Signer | null {
  const parts = text.startsWith(SECRET) ? partsOf(text.slice(SECRET.length), fromBase64) : null;
  if (!parts) return null;
  const key = createPrivateKey({ key: Buffer.concat([SEED_IN_DER, parts.raw]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(PUBLIC_IN_DER.length);
  const verifier = verifierOf(parts.name, raw);
  return verifier.keyId === parts.keyId ? { verifier, sign: (signed) => sign(null, Buffer.from(signed), key) } : null;
}

/** A new key for a new trail, as it is kept in its file. */
export function makeSigningKey(name = `sodate/${randomBytes(8).toString("hex")}`): string {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(SEED_IN_DER.length);
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(PUBLIC_IN_DER.length);
  return `${SECRET}${name}+${keyIdOf(name, raw)}+${Buffer.concat([ALGORITHM, seed]).toString("base64")}\n`;
}
