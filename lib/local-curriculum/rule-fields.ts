import { z } from "zod";
import { DRILL_COVERAGES, PERIOD_WINDOWS, RECORD_KINDS, SIMPLE_RULE_KINDS, UNITS } from "@/lib/domain/rule";
import { checkbox, choice, is, line, many, optional, paragraph, wholeNumber } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";

const amount = () => optional(wholeNumber(1, 100_000));
/** One name a line. */
const names = () =>
  paragraph(4000)
    .refine((text) => !text.includes("\t"), { error: is("controlCharacters") })
    .refine((text) => linesOf(text).every((each) => each.length <= 200), { error: is("lineTooLong") });
const lines = () => optional(names());

export const linesOf = (text: string | null): string[] =>
  (text ?? "")
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "");

const FIELDS = {
  ruleKind: optional(choice(SIMPLE_RULE_KINDS)),
  need: amount(),
  unit: optional(choice(UNITS)),
  months: amount(),
  perMonth: amount(),
  period: optional(choice(PERIOD_WINDOWS)),
  minJudged: amount(),
  bound: optional(choice(["atLeast", "below"])),
  percent: optional(wholeNumber(1, 100)),
  list: optional(line(100)),
  coverage: optional(choice(DRILL_COVERAGES)),
  kinds: many(choice(RECORD_KINDS), RECORD_KINDS.length),
  minSupervision: optional(wholeNumber(1, 5)),
  minEvidence: optional(wholeNumber(1, 20)),
  mentorPresent: checkbox(),
  distinctIncidents: checkbox(),
  conditional: checkbox(),
  points: lines(),
  pointsEn: lines(),
  partsJa: lines(),
  partsEn: lines(),
};
type Fields = typeof FIELDS;
export type RuleForm = { readonly [K in keyof Fields]: z.output<Fields[K]> };

type FieldName = keyof RuleForm;
type Fault = { readonly field: FieldName; readonly message: keyof Messages["validation"] };

/** What each way of measuring cannot do without. */
const NEEDED: Record<NonNullable<RuleForm["ruleKind"]>, readonly FieldName[]> = {
  attest: ["points"],
  count: ["need"],
  countInPeriod: ["need", "period"],
  cadence: ["months"],
  duration: ["months"],
  accuracy: ["minJudged", "bound", "percent"],
  reading: ["list"],
  caseDrill: ["coverage"],
  techniques: ["need", "points"],
};
const CHOSEN: readonly FieldName[] = ["ruleKind", "period", "bound", "list", "coverage"];

/** What a rule still lacks; one whose way of measuring is not chosen, only that. */
export function faultsOf(form: RuleForm): readonly Fault[] {
  const needed = form.ruleKind === null ? (["ruleKind"] as const) : NEEDED[form.ruleKind];
  const missing = needed
    .filter((field) => form[field] === null)
    .map((field) => ({ field, message: CHOSEN.includes(field) ? is("notChosen") : is("required") }));
  const isAlone = form.ruleKind === "techniques" && linesOf(form.points).length === 1;
  return isAlone ? [...missing, { field: "points", message: is("twoLines") }] : missing;
}

/** The fields of one rule; those of a second rule have their names with a 2 behind. */
export const ruleFields = <S extends "" | "2">(suffix: S) =>
  Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [`${name}${suffix}`, field])) as {
    [K in keyof Fields as `${K}${S}`]: Fields[K];
  };

/** One rule out of a form that has two. */
export const ruleOf = (form: Readonly<Record<string, unknown>>, suffix: "" | "2"): RuleForm =>
  z
    .object(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, z.unknown()])))
    .parse(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, form[`${name}${suffix}`]]))) as RuleForm;
