import { checkpointsOf } from "@/lib/domain/attestation";
import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  latestOf,
  monthOf,
  type PlainDay,
  shiftMonth,
} from "@/lib/domain/calendar";
import type { CriterionNode, DrillCase } from "@/lib/domain/curriculum";
import { amountOf, listOf, type PolicyValues } from "@/lib/domain/policy";
import type { AccuracyRule, Amount, CriterionRule, DurationRule } from "@/lib/domain/rule";
import { workingDay } from "./days";
import { type Occasion, occasionOn } from "./occasion";

/** What somebody would have done, and been judged on, to meet a criterion between two days. */

export type Span = { readonly from: PlainDay; readonly to: PlainDay };
export type Ground = { readonly policy: PolicyValues; readonly drillCases: readonly DrillCase[] };
export type Done = {
  readonly occasions: readonly Occasion[];
  readonly attested: readonly { readonly checkpoint: string; readonly on: PlainDay }[];
};

/** Days spread evenly over a span. */
export function spread(n: number, { from, to }: Span): PlainDay[] {
  const length = Math.max(0, daysBetween(from, to));
  return Array.from({ length: n }, (_, at) => workingDay(addDays(from, Math.floor(((at + 0.5) * length) / n))));
}

export function satisfy({ code, rule }: Pick<CriterionNode, "code" | "rule">, span: Span, ground: Ground): Done {
  const amount = (value: Amount) => amountOf(value, ground.policy);
  const on = (days: readonly PlainDay[], more: (at: number) => Partial<Occasion> = () => ({})): Done => ({
    attested: [],
    occasions: days.map((day, at) => occasionOn(day, code, more(at))),
  });
  switch (rule.kind) {
    case "attest":
      return attested(code, rule, span, ground);
    case "count":
      return on(spread(amount(rule.need), span), (at) => ({ parts: partsAt(rule, at) }));
    case "countInPeriod":
      return on(spread(amount(rule.need), withinYear(span)));
    case "cadence":
      return on(monthsBefore(span.to, amount(rule.months)));
    case "duration":
      return on(durationDays(rule, span, ground));
    case "accuracy":
      return judgements(code, rule, span, ground);
    case "reading": {
      const codes = listOf(rule.list, ground.policy);
      return on(spread(codes.length, span), (at) => ({ code: codes[at] }));
    }
    case "caseDrill":
      return drills(code, span, ground);
    case "techniques":
      return on(spread(amount(rule.need), span), (at) => ({ code: rule.of[at]?.code }));
    case "anyOf":
    case "allOf":
      return together(
        (rule.kind === "allOf" ? rule.of : rule.of.slice(-1)).map((part) =>
          satisfy({ code, rule: part }, span, ground),
        ),
      );
  }
}

const together = (parts: readonly Done[]): Done => ({
  occasions: parts.flatMap(({ occasions }) => occasions),
  attested: parts.flatMap((part) => part.attested),
});

/** All parts at once, or one after the other where they are counted in total. */
function partsAt(rule: Extract<CriterionRule, { kind: "count" }>, at: number): string[] {
  const codes = (rule.counts.parts ?? []).map(({ code }) => code);
  return rule.counts.partsMode === "inTotal" ? codes.slice(at % codes.length, (at % codes.length) + 1) : codes;
}

type Attest = Extract<CriterionRule, { kind: "attest" }>;

function attested(code: string, rule: Attest, span: Span, { policy }: Ground): Done {
  const late = { from: addDays(span.from, Math.floor(daysBetween(span.from, span.to) * 0.6)), to: span.to };
  const checkpoints = [...new Set(checkpointsOf(rule, policy))];
  const days = spread(checkpoints.length, late);
  const parts = (rule.parts ?? []).map((part) => part.code);
  return {
    attested: checkpoints.map((checkpoint, at) => ({ checkpoint, on: days[at] ?? span.to })),
    occasions: parts.length > 0 ? [occasionOn(workingDay(late.from), code, { parts })] : [],
  };
}

/** Within the last eleven months, so that any year holds them. */
const withinYear = ({ from, to }: Span): Span => ({ from: latestOf([from, addMonths(to, -11)]) ?? from, to });

/** One report in each month before that of a day. */
const monthsBefore = (day: PlainDay, months: number): PlainDay[] =>
  Array.from({ length: months }, (_, at) => reportDay(shiftMonth(monthOf(day), at - months)));

/** Reports are made towards the end of the month. */
export const reportDay = (month: string): PlainDay => workingDay(addDays(firstDayOf(month), 25));

function durationDays({ months, perMonth }: DurationRule, { from }: Span, { policy }: Ground): PlainDay[] {
  const first = workingDay(addDays(from, 3));
  const need = amountOf(months, policy);
  const each = amountOf(perMonth, policy);
  return Array.from({ length: need + 1 }, (_, at) => addMonths(first, at)).flatMap((day, at) => [
    at === need ? addDays(day, 1) : day,
    ...Array.from({ length: Math.max(0, each - 1) }, (_unused, more) =>
      addDays(firstDayOf(monthOf(day)), 2 * more + 1),
    ),
  ]);
}

/** Enough judgements, one in twelve of them wrong. */
function judgements(code: string, { minJudged }: AccuracyRule, span: Span, { policy }: Ground): Done {
  const need = amountOf(minJudged, policy);
  const each = need >= 40 ? 6 : 1;
  const records = Math.ceil(need / each) + 2;
  const isWrong = (at: number) => (each === 1 ? at % 12 === 7 : at % 2 === 1);
  return {
    attested: [],
    occasions: spread(records, span).map((day, at) =>
      occasionOn(day, code, { judged: each, right: isWrong(at) ? each - 1 : each }),
    ),
  };
}

/** The sub-cases of a case are drilled on one day. */
function drills(code: string, span: Span, { drillCases }: Ground): Done {
  const days = spread(drillCases.length, span);
  return {
    attested: [],
    occasions: drillCases.flatMap(({ subCases }, at) =>
      subCases.map((subCase) => occasionOn(days[at] ?? span.to, code, { code: subCase })),
    ),
  };
}
