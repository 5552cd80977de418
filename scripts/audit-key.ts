import { findPublicKey } from "@/lib/audit/queries";

// npm run audit:key: the public key, to be noted where the checkpoints are kept.
const key = await findPublicKey();
if (key) process.stdout.write(`${key}\n`);
else {
  process.stderr.write("There is no key yet: npm start makes one.\n");
  process.exitCode = 1;
}
