import { z } from "zod";
import { isPlainDay, isPlainMonth } from "@/lib/domain/calendar";
import type { Messages } from "./messages";

/** What crosses the boundary is bounded and clean. Errors are codes; the reader's words are put on in wording.ts. */

/** What is wrong, by a code that has words in both languages: another does not compile. */
export const is = (code: keyof Messages["validation"]) => code;
const given = ({ input }: { input?: unknown }) => is(input === undefined ? "required" : "wrongType");

/** Of a menu or of buttons: none was chosen, or what was sent is not among them. */
export const unchosen = ({ input }: { input?: unknown }) => is(isBlank(input) ? "notChosen" : "notAChoice");

/** Control characters, and the invisible ones that turn the direction of text. */
const HIDDEN = /(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u2028\u2029\ufeff]/u;
const BREAKS = /[\n\t]/;

const bounded = (max: number) =>
  z
    .string({ error: given })
    .overwrite((text) => text.replaceAll("\r\n", "\n").trim())
    .min(1, { error: is("required"), abort: true })
    .max(max, { error: is("tooLong"), abort: true })
    .refine((text) => !HIDDEN.test(text), { error: is("controlCharacters") });

/** One line of text, trimmed, not empty. */
export const line = (max = 200) => bounded(max).refine((text) => !BREAKS.test(text), { error: is("oneLine") });

/** Text of several lines: newlines and tabs are allowed. */
export const paragraph = (max = 10_000) => bounded(max);

export const email = () =>
  line(254)
    .overwrite((text) => text.normalize("NFKC").toLowerCase())
    .refine((text) => z.email().safeParse(text).success, { error: is("notAnEmail") });

/** As received: neither trimmed nor normalised (ASVS 6.2.8). Its rules are the domain's. */
export const password = () =>
  z
    .string({ error: given })
    .min(1, { error: is("required") })
    .max(1024, { error: is("tooLong") });

/** Of somebody or something that was chosen. */
export const uuid = () => z.guid({ error: unchosen }).toLowerCase();

const isBlank = (input: unknown) => input === undefined || (typeof input === "string" && input.trim() === "");

const digits = (text: string) => text.normalize("NFKC").replaceAll("/", "-").trim();

/** Day arithmetic ends with the year 9999: what is typed leaves it room. */
const isNear = (day: string) => day < "3000";

export const day = () =>
  z
    .string({ error: given })
    .overwrite(digits)
    .min(1, { error: is("required"), abort: true })
    .refine((text) => isPlainDay(text) && isNear(text), { error: is("notADay") });

export const month = () =>
  z
    .string({ error: given })
    .overwrite(digits)
    .min(1, { error: is("required"), abort: true })
    .refine((text) => isPlainMonth(text) && isNear(text), { error: is("notAMonth") });

/** A whole number in a range, as typed; full-width digits too. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string({ error: given })
    .overwrite(digits)
    .min(1, { error: is("required"), abort: true })
    .regex(/^-?\d{1,9}$/, { error: is("notANumber"), abort: true })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, { error: is("tooSmall") })
        .max(max, { error: is("tooLarge") }),
    );

/** A file that was chosen and has something in it. */
export const chosenFile = () =>
  z.custom<File>((sent) => sent instanceof File && sent.size > 0, { error: is("noFile") });

/** One of a closed set. */
export const choice = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes, { error: unchosen });

/** Left empty is null. */
export const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess((input) => (isBlank(input) ? null : input), field.nullable());

/** Ticked or not: an unticked box is not sent at all. */
export const checkbox = () => z.preprocess((input) => input !== undefined && input !== "", z.boolean());

/** A field that may be given any number of times: none, one and several are an array. Empty ones are left out. */
export const many = <T extends z.ZodType>(field: T, max = 100) =>
  z.preprocess(
    (input) => (Array.isArray(input) ? input : [input]).filter((each) => !isBlank(each)),
    z.array(field).max(max, { error: is("tooMany") }),
  );
