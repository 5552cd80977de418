import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOfNote, openNote, signCheckpoint } from "@/lib/audit/note";
import { makeSigningKey, readSigner, readVerifier, type Signer } from "@/lib/audit/signing-key";
import type { Checkpoint } from "@/lib/domain/checkpoint";
import golden from "@/tests/integration/audit/golden-proof.json" with { type: "json" };

/** The key of the golden note: a seed of sevens. */
const GOLDEN_KEY = "PRIVATE+KEY+sodate/golden+cd99f5d9+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH";

function signerOf(text: string): Signer {
  const signer = readSigner(text);
  if (!signer) throw new Error("no key");
  return signer;
}
const signer = signerOf(GOLDEN_KEY);
const note = golden.checkpoint;
const checkpoint: Checkpoint = {
  origin: "sodate/golden",
  size: 5,
  root: "j0hH0F82a1DGBNkIRbfDX7M4xOpxesKq1mWkMJLKqbI=",
  head: "elPVtewnPd9QSDCPbPRqxxzzzzY2Wo/sZAcVaPsjHyA=",
  at: "2026-11-20T06:00:00.000Z",
  previous: "LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=",
};

describe("a signed checkpoint", () => {
  test("is the note that it always was, byte for byte", () => {
    expect(signCheckpoint(checkpoint, signer)).toBe(note);
    expect(signer.verifier.text).toBe(golden.publicKey);
    expect(digestOfNote(note)).toBe("CWiv97BNyCRPJaZbz0UQlcdwbJ4ToPuJT2XOZP37ywc=");
  });

  test("is opened by its public key", () => {
    expect(openNote(note, readVerifier(golden.publicKey))).toEqual({ checkpoint, isSigned: true });
  });

  test("is read, but not believed, without a key or with another of the same name", () => {
    expect(openNote(note, null)).toEqual({ checkpoint, isSigned: false });
    expect(openNote(note, signerOf(makeSigningKey("sodate/golden")).verifier)).toMatchObject({ isSigned: false });
  });

  test("of another trail is not believed, though the key signed it", () => {
    const foreign = signCheckpoint({ ...checkpoint, origin: "sodate/other" }, signer);
    expect(openNote(foreign, signer.verifier)).toMatchObject({ isSigned: false });
  });

  test("with any one character changed is not believed", () => {
    fc.assert(
      fc.property(fc.nat({ max: note.length - 1 }), fc.constantFrom("", "x", "0", "\n", "="), (at, put) => {
        const changed = note.slice(0, at) + put + note.slice(at + 1);
        fc.pre(changed !== note);
        const opened = openNote(changed, signer.verifier);
        // a changed tail of base64 may stand for the same bytes, and a note may end without a line's end
        expect(
          opened?.isSigned && changed.slice(0, note.lastIndexOf("\n\n")) !== note.slice(0, note.lastIndexOf("\n\n")),
        ).not.toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each(["", "text", "\n\n", "a\n\n— b c\n", note.replace("\n\n", "\n")])("is none: %j", (text) => {
    expect(openNote(text, signer.verifier)).toBeNull();
  });

  test("may carry the signature of a witness beside ours", () => {
    expect(openNote(`${note}— witness/x AAAAAAAA\n`, signer.verifier)).toMatchObject({ isSigned: true });
  });
});

describe("a key", () => {
  test("made anew signs, and is read back from its file", () => {
    const made = signerOf(makeSigningKey());
    expect(made.verifier.name).toMatch(/^sodate\/[0-9a-f]{16}$/);
    const signed = signCheckpoint({ ...checkpoint, origin: made.verifier.name }, made);
    expect(openNote(signed, readVerifier(made.verifier.text))).toMatchObject({ isSigned: true });
  });

  test.each([
    ["nothing", ""],
    ["a public one", golden.publicKey],
    ["another id", GOLDEN_KEY.replace("cd99f5d9", "cd99f5d8")],
    ["another name", GOLDEN_KEY.replace("golden", "silver")],
    ["another kind of key", GOLDEN_KEY.replace("+AQcH", "+AgcH")],
    ["too short", GOLDEN_KEY.slice(0, -4)],
  ])("is none: %s", (_what, text) => {
    expect(readSigner(text)).toBeNull();
  });

  test.each([
    ["nothing", ""],
    ["a secret one", GOLDEN_KEY],
    ["another id", golden.publicKey.replace("cd99f5d9", "00000000")],
    ["no name", golden.publicKey.replace("sodate/golden", "")],
  ])("is no public one: %s", (_what, text) => {
    expect(readVerifier(text)).toBeNull();
  });
});
