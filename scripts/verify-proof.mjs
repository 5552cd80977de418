#!/usr/bin/env node
// Verifies a proof that Sodate gave out, by itself: Node 18 or later, nothing else, no network.
//
//   node verify-proof.mjs PROOF.json [--key PUBLIC_KEY] [--checkpoint FILE]
//
// It recomputes the hash of each event, follows its way to the root of the signed checkpoint, and checks the signature.
// That shows that each of these events stood in the trail when the checkpoint was signed, word for word. It does not show
// that there were no others. Whether the key is the organisation's, only somebody who noted it elsewhere can say: --key.
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

/** Size and root that the key signed. */
function openCheckpoint(note, { name, keyId, key }) {
  const gap = note.lastIndexOf("\n\n");
  const text = note.slice(0, gap + 1);
  const isSigned = note
    .slice(gap + 2)
    .split("\n")
    .some((line) => {
      const [mark, by, signature = ""] = line.split(" ");
      const bytes = Buffer.from(signature, "base64");
      const isOurs = mark === "—" && by === name && bytes.subarray(0, 4).toString("hex") === keyId;
      return isOurs && verify(null, Buffer.from(text), key, bytes.subarray(4));
    });
  if (gap < 0 || !isSigned) fail("the checkpoint was not signed by this key, or was changed");
  const [origin, size, root, head = "", time = ""] = text.split("\n");
  if (origin !== name) fail("the checkpoint is of another trail than the key");
  return { size: Number(size), root, head: head.slice("head ".length), time: time.slice("time ".length) };
}

/** The chain's own hash: every field preceded by its length. */
function hashOf({ seq, at, actor, action, subject, body, prevHash }) {
  const fields = [String(seq), at, actor, action, subject, body].flatMap((field) => {
    const bytes = Buffer.from(field, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return sha256(Buffer.of(2), Buffer.from(prevHash, "hex"), ...fields);
}

/** On which side each hash of the proof stands, from the leaf upwards (RFC 6962). */
function sidesOf(index, size) {
  const sides = [];
  for (let from = 0, to = size; to - from > 1; ) {
    let split = 1;
    while (split * 2 < to - from) split *= 2;
    const isLeft = index < from + split;
    sides.unshift(isLeft ? "right" : "left");
    if (isLeft) to = from + split;
    else from += split;
  }
  return sides;
}

function checkEvent(event, { size, root, head }) {
  const hash = hashOf(event);
  if (hash.toString("hex") !== event.hash) fail("its content is not what its hash was made of");
  if (!(Number.isSafeInteger(event.seq) && event.seq >= 1 && event.seq <= size))
    fail("the checkpoint does not reach it");
  const sides = sidesOf(event.seq - 1, size);
  if (sides.length !== event.proof.length) fail("its proof has not the length that its number asks for");
  const reached = event.proof.reduce(
    (node, sibling, step) => {
      const other = Buffer.from(sibling, "base64");
      return sides[step] === "right" ? sha256(Buffer.of(1), node, other) : sha256(Buffer.of(1), other, node);
    },
    sha256(Buffer.of(0), hash),
  );
  if (reached.toString("base64") !== root) fail("its proof does not lead to the checkpoint's root");
  if (event.seq === size && hash.toString("base64") !== head) fail("it is not the head that the checkpoint names");
}

/** Two events that follow each other must also be linked. */
function checkLinks(events) {
  for (const [place, event] of events.entries()) {
    const before = events[place - 1];
    if (before && before.seq >= event.seq) fail(`event ${event.seq} stands out of order`);
    if (before?.seq === event.seq - 1 && before.hash !== event.prevHash)
      fail(`event ${event.seq} does not continue event ${before.seq}`);
  }
}

const isAbout = ({ subject, body }, person) => subject === person || body.includes(person);

function check(proof, { key, checkpoint }) {
  if (proof.format !== "sodate-proof/1") fail("this is no proof of a format that this program knows");
  if (key && key.trim() !== proof.publicKey) fail("the proof was signed by another key than the one you gave");
  const signed = openCheckpoint(proof.checkpoint, readKey(proof.publicKey));
  if (checkpoint !== undefined && !checkpoint.includes(proof.checkpoint))
    fail("the checkpoint is not among those in your file");
  for (const event of proof.events) {
    try {
      if (!isAbout(event, proof.person)) fail("it is not about this person");
      checkEvent(event, signed);
    } catch (error) {
      fail(`event ${event.seq}: ${error.message}`);
    }
  }
  checkLinks(proof.events);
  return signed;
}

function main([file, ...rest]) {
  const option = (name) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
  if (!file) fail("say which: node verify-proof.mjs PROOF.json [--key PUBLIC_KEY] [--checkpoint FILE]");
  const proof = JSON.parse(readFileSync(file, "utf8"));
  const kept = option("--checkpoint");
  const signed = check(proof, {
    key: option("--key"),
    checkpoint: kept === undefined ? undefined : readFileSync(kept, "utf8"),
  });
  say(
    `✓ ${proof.events.length} events about ${proof.person} stood in the trail of ${signed.size} events on ${signed.time}.`,
  );
  say(`  Signed by ${proof.publicKey}`);
  if (!option("--key")) say("  Compare this key with one that you have from elsewhere (--key).");
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`✗ ${error.message}\n`);
  process.exitCode = 1;
}
