import { makeResetLinkFromHost } from "@/lib/identity/commands";
import { db } from "@/lib/platform/db";

// npm run admin:reset -- EMAIL: a way back in for an administrator who is locked out. Prints a link that works once, for a day.
const email = process.argv[2]?.trim().toLowerCase();
const made = email ? await makeResetLinkFromHost({ email }, new Date()) : null;
if (made?.ok) {
  process.stdout.write(
    `${made.value.link}\nIt works once, for 24 hours. Every session of this person ends when it is used.\n`,
  );
} else {
  process.stderr.write(
    email ? `No active administrator has the address ${email}.\n` : "Say whose: npm run admin:reset -- EMAIL\n",
  );
  process.exitCode = 1;
}
await db().$disconnect();
