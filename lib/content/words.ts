import { z } from "zod";

/** Building blocks of every content file. */

const sentence = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "is empty")
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !/\p{Cc}/u.test(text), "has a control character or a line break");

export const words = (max = 2000) => z.strictObject({ ja: sentence(max), en: sentence(max) });

/** Titles stand in narrow cells. */
export const shortTitle = z.strictObject({ ja: sentence(16), en: sentence(40) });

/** `g3.s2.alert-judgement`: words of letters, digits and hyphens, joined by dots. */
export const code = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)*$/, "is not a code like g3.s2.alert-judgement");
export const partCode = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, "is not a code like basicDesign");

export const sourceId = z.string().regex(/^\d+(\.\d+)*#\d+(\.\d+)*$/, 'is not an id of the source like "4.3.6.4#4"');
export const sourceIds = z.union([sourceId.transform((id) => [id]), z.array(sourceId).min(1)]);
export const section = z.string().regex(/^\d+(\.\d+)*$/, 'is not a section like "4.3"');

export const webAddress = z.url({ protocol: /^https?$/, error: "is not an http(s) address" });
export const namedPart = z.strictObject({ code: partCode, name: words(200) });
export type NamedPart = z.infer<typeof namedPart>;
