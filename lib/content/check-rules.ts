import { criteriaIn, namedPartsOf } from "./criteria";
import type { Fault } from "./faults";
import type { StepFile } from "./file-shapes";
import type { ContentFiles } from "./files";
import type { CriterionShape } from "./item-shapes";
import type { PolicyFile } from "./policy-shape";
import { paramsOf } from "./rule-params";
import { simpleRules } from "./rule-shape";
import type { SourceFile } from "./source-file";

type Parameter = PolicyFile["parameters"][number];
/** Rules rest on parameters that exist and have the right type; a judged criterion says how it is judged. */
export function checkRules({ roleGroups, policy }: ContentFiles): Fault[] {
  const parameters = new Map(policy.value.parameters.map((parameter) => [parameter.code, parameter]));
  const steps = roleGroups.flatMap(({ steps }) => steps);
  return steps.flatMap((step) =>
    criteriaIn(step.value.criteria).flatMap((each) => checkCriterion(step, each, parameters)),
  );
}

function checkCriterion(
  step: SourceFile<StepFile>,
  criterion: CriterionShape,
  parameters: ReadonlyMap<string, Parameter>,
): Fault[] {
  const at = (reason: string) => step.fault(pathOf(step.value, criterion), `${criterion.code}: ${reason}`);
  return [
    ...paramsOf(criterion.rule).flatMap(({ param, as, fits }) => {
      const parameter = parameters.get(param);
      if (!parameter) return [at(`there is no parameter ${param} in policy.yaml.`)];
      return fits(parameter.type) ? [] : [at(`${param} is not ${as}.`)];
    }),
    ...checkMode(criterion).map(at),
    ...doubleNames(criterion).map((code) => at(`the part ${code} has two names.`)),
  ];
}

function pathOf({ criteria }: StepFile, criterion: CriterionShape) {
  const index = criteria.findIndex(
    (item) => item === criterion || ("heading" in item && item.children.includes(criterion)),
  );
  const item = criteria[index];
  const child = item && "heading" in item ? item.children.indexOf(criterion) : null;
  return child === null ? ["criteria", index, "rule"] : ["criteria", index, "children", child, "rule"];
}

const checkMode = ({ rule, mode }: CriterionShape): string[] => {
  const isJudged = simpleRules(rule).some(({ kind }) => kind === "attest");
  if (isJudged && !mode) return ["mode is missing: a mentor judges it."];
  return !isJudged && mode ? ["mode is only for what a mentor judges."] : [];
};

function doubleNames(criterion: CriterionShape): string[] {
  const names = new Map<string, string>();
  return namedPartsOf(criterion).flatMap(({ code, name }) => {
    const same = JSON.stringify(name);
    const before = names.get(code) ?? same;
    names.set(code, before);
    return before === same ? [] : [code];
  });
}
