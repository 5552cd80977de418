import { policyMisfit as misfit } from "@/lib/policy/schema";
import { leafCriteria } from "./criteria";
import type { Fault } from "./faults";
import type { ContentFiles } from "./files";
import { paramsOf } from "./rule-params";

/** Defaults lie in their ranges; every parameter of the source measures a criterion. */
export function checkPolicy(files: ContentFiles): Fault[] {
  const { policy } = files;
  const criteria = leafCriteria(files);
  const sources = new Set(criteria.flatMap(({ source }) => source));
  const asked = new Set(criteria.flatMap(({ rule }) => paramsOf(rule).map(({ param }) => param)));
  const { parameters, platform, perCriterion } = policy.value;
  const at = (list: string, index: number | string, key: string, reason: string) =>
    policy.fault([list, index, key], reason);
  return [
    ...parameters.flatMap(({ code, type, usedBy, default: value }, index) => [
      ...reasons(misfit(type, value)).map((why) => at("parameters", index, "default", `${code}: the default ${why}.`)),
      ...usedBy
        .filter((source) => !sources.has(source))
        .map((source) => at("parameters", index, "usedBy", `${code}: there is no criterion ${source}.`)),
      ...(asked.has(code) || isScope(type) ? [] : [at("parameters", index, "code", `${code}: no rule asks for it.`)]),
    ]),
    ...platform.flatMap(({ code, type, default: value }, index) =>
      reasons(misfit(type, value)).map((why) => at("platform", index, "default", `${code}: the default ${why}.`)),
    ),
    ...reasons(misfit(perCriterion.latest.type, perCriterion.latest.default)).map((why) =>
      at("perCriterion", "latest", "default", `latest: the default ${why}.`),
    ),
  ];
}

const reasons = (why: string | null) => (why === null ? [] : [why]);

/** What a list of scope names is read by people, not by a rule. */
const isScope = (type: { kind: string; item?: string }) => type.kind === "list" && type.item === "scope";
