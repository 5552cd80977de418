/**
 * A short code for a criterion on paper: the same for everybody, found again when it is typed in. Letters and digits that look alike
 * are left out. A million codes for about a hundred criteria: a slip of the pen hardly ever hits another one.
 */

const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 4;

/** FNV-1a: spread well enough, and the same everywhere for ever. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function shortCodeOf(criterionCode: string): string {
  const hash = hashOf(criterionCode);
  return Array.from({ length: LENGTH }, (_, place) => SIGNS[(hash >>> (place * 5)) & 31]).join("");
}

/** What somebody typed from paper: in small or full-width letters, with spaces or hyphens; null where it is no code. */
export function readShortCode(typed: string): string | null {
  const code = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}
