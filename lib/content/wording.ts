import { leafCriteria, namedPartsOf } from "./criteria";
import type { StepFile } from "./file-shapes";
import type { ContentFiles, RoleGroupFiles } from "./files";
import type { CriterionShape, DescriptionShape } from "./item-shapes";
import { policyDefinitions } from "./policy-definitions";
import type { DescriptionWords, ItemWords, RoleGroupWords, Wording, Words } from "./schema";

/** Every word of the curriculum by code, in both languages. */
export const wordingOf = (files: ContentFiles): Wording => ({
  items: Object.fromEntries(wordedItems(files).map((item) => [item.code, itemWords(item)])),
  parts: Object.fromEntries(leafCriteria(files).flatMap(partWords)),
  basicIntro: files.basicEducation.value.intro,
  roleGroups: files.roleGroups.map(roleGroupWords),
  roles: files.roles.value.roles.map(({ duty = null, reading = null, note = null, ...role }) => ({
    ...role,
    duty,
    reading,
    note,
  })),
  steps: files.steps.value.steps.map(({ proficiency: _, note = null, ...step }) => ({ ...step, note })),
  cases: files.caseDrills.value.cases,
  policy: policyDefinitions(files),
});

type WordedItem = Pick<CriterionShape, "code" | "source" | "text"> & Omit<Partial<ItemWords>, "source" | "text">;
type Nested = WordedItem & { readonly children?: readonly Nested[] };

const flat = (items: readonly Nested[]): WordedItem[] => items.flatMap((item) => [item, ...flat(item.children ?? [])]);

const wordedItems = ({ basicEducation, roleGroups }: ContentFiles): WordedItem[] => [
  ...flat(basicEducation.value.topics),
  ...roleGroups.flatMap(({ group: { value }, steps }) => [
    ...flat(value.description),
    ...flat(value.commonEducation),
    ...steps.flatMap((step) => stepItems(step.value)),
  ]),
];

const stepItems = ({ goals, tasks, references, criteria }: StepFile) => [
  ...flat(goals),
  ...flat(tasks),
  ...flat(references),
  ...flat(criteria),
];

const itemWords = ({ source, text, title, note, publisher, url }: WordedItem): ItemWords => ({
  source,
  text,
  ...(title && { title }),
  ...(note && { note }),
  ...(publisher && { publisher }),
  ...(url && { url }),
});

const partWords = (criterion: CriterionShape): [string, Words][] =>
  namedPartsOf(criterion).map(({ code, name }) => [`${criterion.code}/${code}`, name]);

function roleGroupWords({ group, steps }: RoleGroupFiles): RoleGroupWords {
  const { commonEducation: _, tracks = [], description, descriptionNotes = [], ...rest } = group.value;
  return {
    ...rest,
    description: description.map(descriptionCodes),
    descriptionNotes,
    tasksIntro: steps.flatMap(({ value: { step, tasksIntro } }) => (tasksIntro ? [{ step, text: tasksIntro }] : [])),
    tracks: Object.fromEntries(tracks.map(({ code, name }) => [code, name])),
  };
}

const descriptionCodes = ({ code, children }: DescriptionShape): DescriptionWords => ({
  code,
  children: (children ?? []).map(descriptionCodes),
});
