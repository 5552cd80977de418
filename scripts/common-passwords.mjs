// Makes content/passwords/common.bin from a list of leaked passwords, one a line:
//   node scripts/common-passwords.mjs LIST
// What is kept: the first six bytes of the SHA-256 of each that is long enough for our rule, sorted. The passwords themselves are not.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const SHORTEST = 12;
const BYTES = 6;

const words = readFileSync(process.argv[2] ?? "", "utf8")
  .split(/\r?\n/)
  .map((word) => word.normalize("NFKC").toLowerCase());
const digests = words
  .filter((word) => word.length >= SHORTEST)
  .map((word) =>
    createHash("sha256")
      .update(word)
      .digest("hex")
      .slice(0, BYTES * 2),
  );
const sorted = [...new Set(digests)].sort();
writeFileSync("content/passwords/common.bin", Buffer.from(sorted.join(""), "hex"));
process.stdout.write(`content/passwords/common.bin: ${sorted.length} passwords\n`);
