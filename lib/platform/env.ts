import "server-only";
import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  APP_ORIGIN: z.url(),
  SODATE_SECRET: z.string().min(32),
});

let parsed: z.infer<typeof schema> | undefined;

/** Settings of the process, read lazily: `next build` has none. Throws with the names that are missing. */
export const env = () => {
  parsed ??= schema.parse(process.env);
  return parsed;
};
