import { z } from "zod";
import { checkbox, choice } from "@/lib/platform/fields";
import { safePath } from "@/lib/platform/safe-path";

export const localeForm = z.object({ locale: choice(["ja", "en"]) });
export const themeForm = z.object({ theme: choice(["system", "light", "dark"]) });
export const keysForm = z.object({ keyShortcuts: checkbox() });
/** Where the reader was on the way to. */
export const purposeForm = z.object({ next: z.string().optional().transform(safePath) });

/** A page of a list; anything odd is the first. */
export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

export type LocaleForm = z.output<typeof localeForm>;
export type KeysForm = z.output<typeof keysForm>;
