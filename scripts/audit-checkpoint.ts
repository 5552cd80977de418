import { makeCheckpoint } from "@/lib/audit/commands";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

// npm run audit:checkpoint: signs how the trail stands now, and prints it: what is printed can be kept or sent elsewhere.
const WORDS = {
  NoSigningKey: "There is no key yet: npm start makes one.",
  NothingToSign: "There is no event yet.",
  TrailDiverged: "The trail is not the one that the last checkpoint was made for: npm run audit:verify says more.",
  Busy: "Another checkpoint is being made: try again.",
} as const;

const made = await makeCheckpoint(now());
if (made.ok) process.stdout.write(made.value.note);
else {
  process.stderr.write(`${WORDS[made.refusal.code]}\n`);
  process.exitCode = 1;
}
await db().$disconnect();
