import { DRILL_COVERAGES, PARTS_MODES, type ParamRef, PERIOD_WINDOWS } from "@/lib/domain/rule";
import type { RuleShape, SimpleRuleShape } from "./rule-shape";
import type { PolicyListKind, PolicyType, PolicyUnit } from "./schema";

/** A parameter that a rule asks for, and what it must be. */
export type Asked = { readonly param: string; readonly as: string; readonly fits: (type: PolicyType) => boolean };

export function paramsOf(rule: RuleShape): Asked[] {
  const combined = rule.kind === "anyOf" || rule.kind === "allOf";
  const whole = rule.kind === "anyOf" ? choice(rule.allWhen, ["any", "all"]) : [];
  return [...whole, ...(combined ? rule.of : [rule]).flatMap((simple) => [...ownParams(simple), ...partsMode(simple)])];
}

const partsMode = (rule: SimpleRuleShape) => ("counts" in rule ? choice(rule.counts.partsMode, PARTS_MODES) : []);

function ownParams(rule: SimpleRuleShape): Asked[] {
  switch (rule.kind) {
    case "attest":
      return "fromList" in rule.checkpoints ? list(rule.checkpoints.fromList, ["incidentKind", "scope"]) : [];
    case "count":
    case "techniques":
      return number(rule.need, ["times", "items"]);
    case "countInPeriod":
      return [...number(rule.need, ["times", "items"]), ...choice(rule.period, PERIOD_WINDOWS)];
    case "cadence":
    case "duration":
      return [...number(rule.months, ["months"]), ...number(rule.perMonth, ["timesPerMonth"])];
    case "accuracy":
      return [...number(rule.minJudged, ["times", "items"]), ...number(rule.percent, ["percent"])];
    case "reading":
      return list(rule.list, ["reading"]);
    case "caseDrill":
      return choice(rule.coverage, DRILL_COVERAGES);
  }
}

const isRef = (value: unknown): value is ParamRef => typeof value === "object" && value !== null && "param" in value;

const number = (amount: number | ParamRef, units: readonly PolicyUnit[]): Asked[] =>
  isRef(amount)
    ? [
        {
          param: amount.param,
          as: `a number of ${units.join(" or ")}`,
          fits: (type) => type.kind === "number" && units.includes(type.unit),
        },
      ]
    : [];

const choice = (value: string | ParamRef | undefined, options: readonly string[]): Asked[] =>
  isRef(value)
    ? [
        {
          param: value.param,
          as: `a choice of ${options.join(", ")}`,
          fits: (type) => type.kind === "choice" && type.options.every(({ code }) => options.includes(code)),
        },
      ]
    : [];

const list = (param: string, items: readonly PolicyListKind[]): Asked[] => [
  {
    param,
    as: `a list of ${items.join(" or ")}`,
    fits: (type) => type.kind === "list" && items.includes(type.item),
  },
];
