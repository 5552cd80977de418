import { criteriaIn } from "./criteria";
import type { ContentFiles, RoleGroupFiles } from "./files";
import type { CriterionShape } from "./item-shapes";
import type { PlatformParameter, PolicyFile, SourceParameter } from "./policy-shape";
import { simpleRules } from "./rule-shape";
import type { PolicyDefinition, Words } from "./schema";

/** The source's parameters, ours, and those of single criteria, in the order of the curriculum. */
export const policyDefinitions = ({ policy, roleGroups }: ContentFiles): PolicyDefinition[] => [
  ...policy.value.parameters.map(fromSource),
  ...roleGroups.flatMap((group) => ofRoleGroup(group, policy.value.perCriterion)),
  ...policy.value.platform.map(ofPlatform),
];

const fromSource = ({ named, ...parameter }: SourceParameter): PolicyDefinition => ({
  ...parameter,
  origin: named ? "named" : "silent",
  criterion: null,
});

const OURS = { origin: "platform", sourceTerm: null, defaultIsOurs: true } as const;

const ofPlatform = (parameter: PlatformParameter): PolicyDefinition => ({
  ...parameter,
  ...OURS,
  roleGroup: null,
  step: null,
  usedBy: [],
  criterion: null,
});

const ofRoleGroup = ({ code, steps }: RoleGroupFiles, asked: PolicyFile["perCriterion"]): PolicyDefinition[] =>
  steps.flatMap(({ value: { step, criteria } }) =>
    criteriaIn(criteria).flatMap((criterion) =>
      ofCriterion(criterion, asked).map((own) => ({ ...own, ...OURS, ...belonging(criterion), roleGroup: code, step })),
    ),
  );

const belonging = ({ code, source }: CriterionShape) => ({ criterion: code, usedBy: source });

type Own = Pick<PolicyDefinition, "code" | "title" | "reason" | "type" | "default">;

function ofCriterion(
  { code, title, rule }: CriterionShape,
  { exercisesCount, latest }: PolicyFile["perCriterion"],
): Own[] {
  return simpleRules(rule).flatMap((simple): Own[] => {
    const standIn = "counts" in simple ? simple.counts.exercisesCount : undefined;
    return [
      ...(standIn
        ? [{ ...titled(exercisesCount, title), code: `${code}.exercisesCount`, default: standIn.default }]
        : []),
      ...(simple.kind === "accuracy" ? [{ ...titled(latest, title), code: `${code}.latest` }] : []),
    ];
  });
}

const titled = <T extends { readonly title: Words }>(parameter: T, criterion: Words): T => ({
  ...parameter,
  title: { ja: `${criterion.ja}: ${parameter.title.ja}`, en: `${criterion.en}: ${parameter.title.en}` },
});
