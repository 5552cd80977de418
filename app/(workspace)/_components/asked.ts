import { notFound } from "next/navigation";
import type { z } from "zod";

/** What an address asks for, read by its schema; an address that cannot be read is none. */
export async function asked<T>(schema: z.ZodType<T>, params: Promise<unknown>): Promise<T> {
  const parsed = schema.safeParse(await params);
  return parsed.success ? parsed.data : notFound();
}
