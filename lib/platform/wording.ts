import "server-only";
import { createTranslator } from "next-intl";
import type { z } from "zod";
import type { WordedRefusal } from "./action-state";
import { unchosen } from "./fields";
import { type Locale, type Messages, messagesIn } from "./messages";

/** Every refusal that has words in both languages. A command whose refusal is not among them does not compile as an action. */
export type RefusalCode = keyof Messages["refusals"] & string;
export type NoticeCode = keyof Messages["notices"] & string;
export type ValidationCode = keyof Messages["validation"] & string;
export type Refusal = { readonly code: RefusalCode };

type Values = Record<string, string | number>;
type RefusalWords = {
  title: string;
  why?: string;
  safe?: string;
  link?: { href: string; label: string };
  /** Names of what a list in the refusal may hold. */
  items?: Readonly<Record<string, string>>;
};

/** Puts a refusal in the reader's language; its own fields fill the placeholders, a list of codes by their names. */
export function wordRefusal<const R extends Refusal>(locale: Locale, refusal: R): WordedRefusal {
  const { code } = refusal;
  const words: RefusalWords = messagesIn(locale).refusals[code];
  const say = sayer(locale, { ...valuesOf(refusal), ...listsOf(locale, refusal, words.items) });
  return {
    code,
    title: say(words.title),
    ...(words.why !== undefined && { why: say(words.why) }),
    ...(words.safe !== undefined && { safe: say(words.safe) }),
    ...(words.link && { links: [{ href: say(words.link.href), label: say(words.link.label) }] }),
  };
}

/** What was done, in one sentence. */
export const wordNotice = (locale: Locale, code: NoticeCode, values: Values = {}): string =>
  sayer(locale, values)(messagesIn(locale).notices[code]);

/** Field → sentences, from zod's issues. Issues of nested values belong to the field that holds them. */
export function wordIssues(locale: Locale, issues: readonly z.core.$ZodIssue[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of issues) {
    const field = String(issue.path[0] ?? "");
    const sentence = sayer(locale, valuesOf(issue))(messagesIn(locale).validation[codeOf(locale, issue)]);
    fields[field] = [...new Set([...(fields[field] ?? []), sentence])];
  }
  return fields;
}

/** Our schemas give a code as the message; what zod says by itself is mapped. */
function codeOf(locale: Locale, issue: z.core.$ZodIssue): ValidationCode {
  if (isValidationCode(locale, issue.message)) return issue.message;
  if (issue.code === "invalid_value") return unchosen(issue);
  if (issue.code === "too_big") return issue.origin === "string" ? "tooLong" : "tooLarge";
  if (issue.code === "too_small") return issue.origin === "string" ? "required" : "tooSmall";
  return issue.input === undefined && issue.code === "invalid_type" ? "required" : "wrongType";
}

const isValidationCode = (locale: Locale, text: string): text is ValidationCode =>
  Object.hasOwn(messagesIn(locale).validation, text);

/** ICU words with plain values; formatting by key would need the whole catalogue typed. */
const sayer = (locale: Locale, values: Values) => (words: string) =>
  createTranslator<{ words: string }>({ locale, messages: { words } })("words", values);

/** Strings and numbers of an object: what words may be filled with. */
const valuesOf = (source: object): Values =>
  Object.fromEntries(
    Object.entries(source).flatMap(([key, value]) =>
      typeof value === "string" || typeof value === "number"
        ? [[key, value]]
        : typeof value === "bigint"
          ? [[key, Number(value)]]
          : [],
    ),
  );

const listsOf = (locale: Locale, source: object, items: Readonly<Record<string, string>> = {}): Values =>
  Object.fromEntries(
    Object.entries(source).flatMap(([key, value]) =>
      Array.isArray(value)
        ? [[key, new Intl.ListFormat(locale).format(value.map((each) => items[String(each)] ?? String(each)))]]
        : [],
    ),
  );
