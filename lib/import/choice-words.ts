import { z } from "zod";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { Affiliation, PersonLocale } from "@/lib/domain/person";

/** What people write in a cell for something that the product has a code for. */

const bare = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s・,、/_-]/gu, "");

/** One of the words, or `notAChoice`. */
const oneOf = <T>(words: Readonly<Record<string, T>>) => {
  const known = new Map(Object.entries(words).map(([word, value]) => [bare(word), value]));
  return z.string().transform((text, context): T => {
    const found = known.get(bare(text));
    if (found !== undefined) return found;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "notAChoice" });
    return z.NEVER;
  });
};

/** An empty cell is null. */
const orEmpty = <T>(field: z.ZodType<T>) =>
  z.union([z.literal("").transform(() => null), field], { error: "notAChoice" });

const AFFILIATION_WORDS: Readonly<Record<string, Affiliation>> = {
  自組織: "own",
  自社: "own",
  社員: "own",
  正社員: "own",
  own: "own",
  "own staff": "own",
  employee: "own",
  出向: "seconded",
  出向者: "seconded",
  seconded: "seconded",
  派遣: "dispatched",
  派遣社員: "dispatched",
  dispatched: "dispatched",
  委託: "contractor",
  業務委託: "contractor",
  contractor: "contractor",
};
export const affiliationWord = () => orEmpty(oneOf(AFFILIATION_WORDS));

const LOCALE_WORDS: Readonly<Record<string, PersonLocale>> = {
  日本語: "ja",
  ja: "ja",
  japanese: "ja",
  英語: "en",
  en: "en",
  english: "en",
};
export const localeWord = () => orEmpty(oneOf(LOCALE_WORDS));

export type RoleGroupNames = readonly { readonly code: RoleGroupCode; readonly names: readonly string[] }[];

const codesByName = (groups: RoleGroupNames): Record<string, RoleGroupCode> =>
  Object.fromEntries(groups.flatMap(({ code, names }) => [code, ...names].map((name) => [name, code])));

/** The names of the curriculum in both languages, its number 1–7, or the code. */
export const roleGroupWord = (groups: RoleGroupNames) => oneOf(codesByName(groups));

const BASIC = { 基礎教育: "basic", "basic education": "basic", basic: "basic" } as const;
/** A role group, or basic education, which is null. */
export const enrollableWord = (groups: RoleGroupNames) =>
  oneOf<RoleGroupCode | "basic">({ ...codesByName(groups), ...BASIC }).transform((code) =>
    code === "basic" ? null : code,
  );

const TRACK_WORDS: Readonly<Record<string, readonly Track[]>> = {
  管理: ["management"],
  management: ["management"],
  診断: ["diagnosis"],
  diagnosis: ["diagnosis"],
  "管理・診断": ["management", "diagnosis"],
  "診断・管理": ["management", "diagnosis"],
  両方: ["management", "diagnosis"],
  "management, diagnosis": ["management", "diagnosis"],
  both: ["management", "diagnosis"],
};
export const trackWords = () => orEmpty(oneOf(TRACK_WORDS));
