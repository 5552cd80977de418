#!/usr/bin/env node
// Verifies checkpoints of Sodate's audit trail that were kept elsewhere, by itself: Node 18 or later, nothing else, no network.
//
//   node verify-checkpoint.mjs FILE… --key PUBLIC_KEY
//
// FILE is what arrived: the attachment of a mail, the text of the mail itself, the body of a webhook, or the checkpoints' file.
// It says of each checkpoint in it whether the key signed it, and of how many events it speaks. Whether the trail still agrees,
// the trail itself must show: npm run audit:verify -- --copy FILE with the attachments one after the other.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const say = (text) => process.stdout.write(`${text}\n`);
const fail = (what) => {
  throw new Error(what);
};

/** `name+keyId+key`, as C2SP signed-note writes it. */
function readKey(text) {
  const [, name, keyId, encoded] =
    /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? fail("the public key cannot be read");
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length !== 33 || bytes[0] !== 1) fail("the public key is no Ed25519 key");
  if (sha256(`${name}\n`, bytes).subarray(0, 4).toString("hex") !== keyId)
    fail("the public key does not have its own id");
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name, keyId, key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

const HASH = "[A-Za-z0-9+/]{43}=";
const NOTE = new RegExp(
  `[^\\s<>"]+\\n\\d+\\n${HASH}\\nhead ${HASH}\\ntime \\S+\\nprevious (?:none|${HASH})\\n\\n— \\S+ [A-Za-z0-9+/]+=*`,
  "g",
);

/** Wherever it stands in a text: whatever a mail program, its HTML or a webhook's JSON made of the ends of lines. */
function notesIn(text) {
  const lines = text
    .replaceAll("\\n", "\n")
    .replaceAll("\r\n", "\n")
    .replaceAll(/[ \t]+$/gm, "");
  return lines.match(NOTE) ?? [];
}

function isSigned(note, { name, keyId, key }) {
  const gap = note.indexOf("\n\n");
  const [mark, by, signature = ""] = note.slice(gap + 2).split(" ");
  const bytes = Buffer.from(signature, "base64");
  const isOurs = mark === "—" && by === name && note.startsWith(`${name}\n`);
  if (!isOurs || bytes.subarray(0, 4).toString("hex") !== keyId) return false;
  return verify(null, Buffer.from(note.slice(0, gap + 1)), key, bytes.subarray(4));
}

function main(argv) {
  const at = argv.indexOf("--key");
  const files = argv.filter((_, place) => at < 0 || (place !== at && place !== at + 1));
  if (files.length === 0 || at < 0) fail("say which: node verify-checkpoint.mjs FILE… --key PUBLIC_KEY");
  const key = readKey(argv[at + 1] ?? "");
  const notes = files.flatMap((file) => notesIn(readFileSync(file, "utf8")));
  if (notes.length === 0) fail("there is no checkpoint in it");
  for (const note of notes) {
    const [, size, root, , time = ""] = note.split("\n");
    if (!isSigned(note, key)) fail(`the checkpoint of ${size} events was not signed by this key, or was changed`);
    say(`✓ ${size} events on ${time.slice("time ".length)}, root ${root}`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`✗ ${error.message}\n`);
  process.exitCode = 1;
}
