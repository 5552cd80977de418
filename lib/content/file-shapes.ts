import { z } from "zod";
import { ROLE_GROUP_CODES, TRACKS } from "@/lib/domain/curriculum";
import {
  criterionShape,
  descriptionShape,
  goalShape,
  headingShape,
  referenceShape,
  taskShape,
  topicShape,
} from "./item-shapes";
import { code, section, words } from "./words";

/** One shape for each file below content/curriculum. */

const roleGroupCode = z.enum(ROLE_GROUP_CODES);
const stepNumber = z.literal([1, 2, 3]);

export const basicEducationFile = z.strictObject({ intro: words(), topics: z.array(topicShape).min(1) });

export const roleGroupFile = z.strictObject({
  code: roleGroupCode,
  number: z.number().int().min(1).max(7),
  source: section,
  name: words(60),
  shortName: words(20),
  summary: words(400),
  normalTimes: z.array(words(200)).min(3).max(5),
  duringIncident: z.array(words(200)).min(3).max(5),
  tracks: z
    .array(z.strictObject({ code: z.enum(TRACKS), name: words(60) }))
    .min(2)
    .exactOptional(),
  description: z.array(descriptionShape).min(1),
  descriptionNotes: z.array(words()).exactOptional(),
  stepTable: z.array(z.strictObject({ step: stepNumber, entrant: words(200), text: words() })).length(3),
  commonEducation: z.array(topicShape).min(1),
});
export type RoleGroupFile = z.infer<typeof roleGroupFile>;

/** A criterion, or a heading of the source over several. */
const criterionOrHeading = z.union([criterionShape, headingShape]);

export const stepFile = z.strictObject({
  roleGroup: roleGroupCode,
  step: stepNumber,
  source: section,
  goals: z.array(goalShape).min(1),
  /** What the source says over its tasks, where it says something. */
  tasksIntro: words().exactOptional(),
  tasks: z.array(taskShape).min(1),
  references: z.array(referenceShape),
  criteria: z.array(criterionOrHeading).min(1),
});
export type StepFile = z.infer<typeof stepFile>;

export const stepsFile = z.strictObject({
  table: z.literal("1-1"),
  steps: z
    .array(
      z.strictObject({
        number: z.number().int().min(0).max(5),
        covered: z.boolean(),
        entrant: words(200),
        reaches: words(200),
        text: words(),
        proficiency: z.enum(["beginner", "apprentice", "independent"]).nullable(),
        note: words().exactOptional(),
      }),
    )
    .length(6),
});

export const rolesFile = z.strictObject({
  roles: z
    .array(
      z.strictObject({
        code,
        function: words(60),
        name: words(100),
        duty: words(200).exactOptional(),
        roleGroup: roleGroupCode.nullable(),
        reading: z
          .string()
          .regex(/^A\d+$/, "is not an open point like A4")
          .exactOptional(),
        note: words().exactOptional(),
      }),
    )
    .length(19),
});

export const caseDrillsFile = z.strictObject({
  describedIn: z.array(section).min(1),
  cases: z
    .array(
      z.strictObject({
        code,
        number: z.number().int().min(1).max(8),
        name: words(60),
        description: words(),
        subCases: z.array(z.strictObject({ code, name: words(100) })).min(1),
      }),
    )
    .length(8),
});

export const glossaryFile = z.strictObject({
  terms: z
    .array(
      z.strictObject({ ja: z.string().min(1), en: z.string().min(1), code: z.string().min(1), definition: words() }),
    )
    .min(1),
});
