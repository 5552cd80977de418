import "server-only";
import { z } from "zod";

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
});

let parsed: z.infer<typeof schema> | undefined;

/** Settings of the process, read lazily: `next build` has none. Throws with the names that are missing. */
export const env = () => {
  parsed ??= schema.parse(process.env);
  return parsed;
};
