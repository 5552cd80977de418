import iconv from "iconv-lite";
import { accept, type Decision, refuse } from "@/lib/domain/result";

export type Encoding = "utf-8" | "shift_jis";
export type FileText = { readonly text: string; readonly encoding: Encoding };
export type UnreadableFile = { readonly code: "FileUnreadable" } | { readonly code: "FileIsSpreadsheet" };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const UNKNOWN = "\ufffd";
const NOTHING = "\u0000";

/** UTF-8 with or without a byte order mark, else Shift_JIS as Windows writes it (CP932). Anything else is no text of ours. */
export function decodeFile(bytes: Uint8Array): Decision<FileText, UnreadableFile> {
  if (ZIP.every((byte, place) => bytes[place] === byte)) return refuse({ code: "FileIsSpreadsheet" });
  const utf8 = strictUtf8(bytes);
  const text = utf8 ?? iconv.decode(Buffer.from(bytes), "cp932");
  if (text.includes(UNKNOWN) || text.includes(NOTHING)) return refuse({ code: "FileUnreadable" });
  return accept({ text, encoding: utf8 === null ? "shift_jis" : "utf-8" });
}

/** Shift_JIS text is never valid UTF-8, unless it is ASCII. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
