// C2SP signed-note: a text, an empty line, and signatures of it.
import { hash } from "node:crypto";
import { type Checkpoint, readCheckpoint, textOfCheckpoint } from "@/lib/domain/checkpoint";
import type { Sha256 } from "@/lib/domain/merkle";
import type { Signer, Verifier } from "./signing-key";

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");
export const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

export const digestOfNote = (note: string) => base64(sha256(Buffer.from(note)));

export function signCheckpoint(checkpoint: Checkpoint, { verifier, sign }: Signer): string {
  const text = textOfCheckpoint(checkpoint);
  const signature = Buffer.concat([Buffer.from(verifier.keyId, "hex"), sign(text)]).toString("base64");
  return `${text}\n— ${verifier.name} ${signature}\n`;
}

/** The checkpoint in a note, and whether this key signed it under its name; null where the note is none. */
export function openNote(note: string, verifier: Verifier | null) {
  const gap = note.lastIndexOf("\n\n");
  const checkpoint = gap < 0 ? null : readCheckpoint(note.slice(0, gap + 1));
  if (!checkpoint) return null;
  const isSigned = note
    .slice(gap + 2)
    .split("\n")
    .some(
      (line) =>
        verifier !== null && checkpoint.origin === verifier.name && signs(verifier, line, note.slice(0, gap + 1)),
    );
  return { checkpoint, isSigned };
}

function signs({ name, keyId, verify }: Verifier, line: string, text: string): boolean {
  const [mark, by, signature = ""] = line.split(" ");
  const bytes = Buffer.from(signature, "base64");
  return (
    mark === "—" && by === name && bytes.subarray(0, 4).toString("hex") === keyId && verify(text, bytes.subarray(4))
  );
}
