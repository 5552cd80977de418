import { makeSetUpLink } from "@/lib/identity/commands";
import { db } from "@/lib/platform/db";

// Prints the one-time link of the first run, while nobody is in the database; prints nothing afterwards.
const made = await makeSetUpLink(new Date());
if (made.ok)
  process.stdout.write(
    `First run: open this link once to set your organisation up (it works for 24 hours).\n${made.value.link}\n`,
  );
await db().$disconnect();
