import { readFileSync } from "node:fs";

export type Language = "ja" | "en";
export const LANGUAGES = ["ja", "en"] as const;
/** What a browser of that language asks for. */
export const BROWSER_LOCALE = { ja: "ja-JP", en: "en-GB" } as const;

type Values = Readonly<Record<string, string | number>>;

/** The words that a reader sees, from the same files: `say("ja")("training.signOff.ask", { step: "STEP1" })`. */
export const say =
  (language: Language) =>
  (path: string, values: Values = {}): string => {
    const [file = "", ...keys] = path.split(".");
    const found = keys.reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      messages(language, file),
    );
    if (typeof found !== "string") throw new Error(`there are no words ${path} in ${language}`);
    return counted(found, values)
      .replace(/\{(\w+), number\}/g, (whole, name) => values[name]?.toLocaleString(language) ?? whole)
      .replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };

/** {count, plural, one {# field} other {# fields}} */
const counted = (text: string, values: Values) =>
  text.replace(/\{(\w+), plural,((?:[^{}]*\{[^{}]*\})+)\s*\}/g, (whole, name, forms) => {
    const form = new RegExp(`${values[name] === 1 ? "one" : "other"} \\{([^{}]*)\\}`).exec(forms)?.[1];
    return form?.replaceAll("#", String(values[name])) ?? whole;
  });

/** `refusals/records.NotEnrolled` reads a file in a folder. */
const messages = (language: Language, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../content/messages/${language}/${file}.json`, import.meta.url), "utf8"));
