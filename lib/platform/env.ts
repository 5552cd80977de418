import "server-only";
import { z } from "zod";

/** One or more, with a comma or a space between. */
const listOf = (each: z.ZodType<string>) =>
  z.string().refine((text) => text.split(/[\s,]+/).every((part) => part === "" || each.safeParse(part).success));

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  APP_ORIGIN: z.url(),
  SODATE_SECRET: z.string().min(32),
  /** Which addresses webhooks may reach: public ones; also private ones; also this machine, without TLS (for tests). */
  SODATE_WEBHOOKS: z.enum(["public", "private", "loopback"]).default("public"),
  /** The data folder, and where the audit's checkpoints and their key are if not in it. */
  SODATE_DATA: z.string().optional(),
  SODATE_CHECKPOINTS: z.string().optional(),
  SODATE_AUDIT_KEY: z.string().optional(),
  /** Where copies of checkpoints are sent by themselves: addresses of mailboxes, and of programs. */
  SODATE_CHECKPOINT_MAIL: listOf(z.email()).optional(),
  SODATE_CHECKPOINT_WEBHOOK: listOf(z.url()).optional(),
});

let parsed: z.infer<typeof schema> | undefined;

/** Settings of the process, read lazily: `next build` has none. Throws with the names that are missing. */
export const env = () => {
  parsed ??= schema.parse(process.env);
  return parsed;
};
