import { ROLE_GROUP_CODES, type Track } from "@/lib/domain/curriculum";
import type { Fault } from "./faults";
import type { ContentFiles, RoleGroupFiles } from "./files";
import type { TaskShape } from "./item-shapes";
import { type Found, mappingsOf } from "./walk";

const SUB_CASES = 19;

/** Each file says what its name says; tracks, cases and tables are those that exist. */
export function checkPlaces(files: ContentFiles): Fault[] {
  const cases = new Set(files.caseDrills.value.cases.map(({ code }) => code));
  return [
    ...files.roleGroups.flatMap((group) => [
      ...checkNames(group),
      ...checkTracks(group),
      ...group.steps.flatMap((step) => step.value.tasks.flatMap((task, index) => checkKind(step, task, index))),
      ...group.steps.flatMap((step) => [...mappingsOf(step)].flatMap((found) => unknownCase(found, cases))),
    ]),
    ...checkSteps(files),
    ...checkCases(files),
  ];
}

function checkNames({ code, group, steps }: RoleGroupFiles): Fault[] {
  const number = ROLE_GROUP_CODES.indexOf(code) + 1;
  const { value, fault } = group;
  return [
    ...(value.code === code ? [] : [fault(["code"], `code: this folder is ${code}.`)]),
    ...(value.number === number ? [] : [fault(["number"], `number: ${code} is number ${number}.`)]),
    ...value.stepTable.flatMap(({ step }, index) =>
      step === index + 1
        ? []
        : [fault(["stepTable", index, "step"], `stepTable: row ${index + 1} is STEP${index + 1}.`)],
    ),
    ...steps.flatMap((file, index) => [
      ...(file.value.roleGroup === code ? [] : [file.fault(["roleGroup"], `roleGroup: this folder is ${code}.`)]),
      ...(file.value.step === index + 1 ? [] : [file.fault(["step"], `step: this file is STEP${index + 1}.`)]),
    ]),
  ];
}

function checkTracks({ group, steps }: RoleGroupFiles): Fault[] {
  const known = new Set<Track>((group.value.tracks ?? []).map(({ code }) => code));
  const isKnown = (track: unknown) => [...known].some((each) => each === track);
  return steps.flatMap((step) =>
    [...mappingsOf(step)]
      .filter(({ node }) => "track" in node && !isKnown(node.track))
      .map(({ path, node }) => step.fault([...path, "track"], `${node.track}: this role group has no such track.`)),
  );
}

const checkKind = (step: RoleGroupFiles["steps"][number], task: TaskShape, index: number): Fault[] =>
  task.kind ? [] : [step.fault(["tasks", index], `tasks.${index}: kind is missing (study or work).`)];

const unknownCase = ({ file, path, node }: Found, cases: ReadonlySet<string>): Fault[] =>
  "case" in node && !cases.has(String(node.case))
    ? [file.fault([...path, "case"], `${node.case}: there is no such drill case.`)]
    : [];

const checkSteps = ({ steps }: ContentFiles): Fault[] =>
  steps.value.steps.flatMap(({ number }, index) =>
    number === index ? [] : [steps.fault(["steps", index, "number"], `number: table 1-1 has STEP${index} here.`)],
  );

function checkCases({ caseDrills }: ContentFiles): Fault[] {
  const { cases } = caseDrills.value;
  const total = cases.reduce((sum, { subCases }) => sum + subCases.length, 0);
  return [
    ...(total === SUB_CASES
      ? []
      : [caseDrills.fault(["cases"], `cases: ${total} sub-cases; the source has ${SUB_CASES}.`)]),
    ...cases.flatMap(({ code, number, subCases }, index) => [
      ...(number === index + 1
        ? []
        : [caseDrills.fault(["cases", index, "number"], `number: case ${index + 1} stands here.`)]),
      ...subCases.flatMap((sub, at) =>
        sub.code.startsWith(`${code}.`)
          ? []
          : [
              caseDrills.fault(
                ["cases", index, "subCases", at, "code"],
                `${sub.code}: a sub-case begins with ${code}.`,
              ),
            ],
      ),
    ]),
  ];
}
