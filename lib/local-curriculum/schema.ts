import { z } from "zod";
import { ROLE_GROUP_CODES, type RoleGroupCode, TRACKS } from "@/lib/domain/curriculum";
import { SECTIONS, type Section } from "@/lib/domain/local-curriculum";
import { STEP_NUMBERS, type StepNumber } from "@/lib/domain/proficiency";
import { choice, is, line, optional, paragraph, unchosen, uuid, wholeNumber } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";
import { faultsOf, ruleFields, ruleOf } from "./rule-fields";

export const BASIC = "basic-education";
/** What a form calls the whole organisation, which has no team. */
export const ORGANISATION = "organisation";

const group = () => choice([BASIC, ...ROLE_GROUP_CODES]).transform((code) => (code === BASIC ? null : code));
const step = () => choice(["0", "1", "2", "3"]).transform((text) => STEP_NUMBERS[Number(text)] ?? 0);
const reach = () => z.union([z.literal(ORGANISATION).transform(() => null), uuid()], { error: unchosen });
const code = () => line(100).regex(/^[a-z][a-zA-Z0-9.-]{0,99}$/);
const isStep = (place: { group: RoleGroupCode | null; step: number }) => place.group !== null || place.step === 0;

/** A STEP, and a section of it, as addresses name them. */
export const stepPlace = z.object({ group: group(), step: step() }).refine(isStep);
export const sectionPlace = z.object({ group: group(), step: step(), section: choice(SECTIONS) }).refine(isStep);
export const itemKey = z.object({ item: code() });
export const changeKey = z.object({ changeId: uuid() });

export const exemption = z.object({ onceKey: uuid(), reach: reach(), item: code(), reason: paragraph(2000) });
export type Exemption = z.output<typeof exemption>;

export const withdrawal = z.object({ changeId: uuid(), reason: paragraph(2000) });
export type Withdrawal = z.output<typeof withdrawal>;

export const MODES = ["understand", "explain", "do", "doAlone", "doWithMentor", "assistMentor", "teach"] as const;
/** What an item says: one line, as the files of the curriculum hold it. */
const sentence = () => line(500);
const link = () => line(400).refine((text) => z.url({ protocol: /^https?$/ }).safeParse(text).success, is("notALink"));

const itemFields = z.object({
  onceKey: uuid(),
  reach: reach(),
  group: group(),
  step: step(),
  reason: paragraph(2000),
  textJa: sentence(),
  textEn: optional(sentence()),
  titleEn: optional(line(40)),
  noteJa: optional(sentence()),
  noteEn: optional(sentence()),
  track: optional(choice(TRACKS)),
  kind: optional(choice(["study", "work"])),
  publisher: optional(line(200)),
  url: optional(link()),
  mode: optional(choice(MODES)),
});

const criterionFields = z.object({
  section: choice(SECTIONS),
  titleJa: optional(line(16)),
  combine: optional(choice(["anyOf", "allOf"])),
  ...ruleFields(""),
  ...ruleFields("2"),
});

/** What a criterion lacks is said at the field where it belongs; a second rule and how it is combined ask for each other. */
const wholeCriterion = criterionFields.superRefine((form, context) => {
  const at = (field: string, message: keyof Messages["validation"]) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (form.section !== "criterion") return;
  if (form.titleJa === null) at("titleJa", "required");
  for (const { field, message } of faultsOf(ruleOf(form, ""))) at(field, message);
  if (form.combine === null && form.ruleKind2 === null) return;
  if (form.combine === null) at("combine", "notChosen");
  for (const { field, message } of faultsOf(ruleOf(form, "2"))) at(`${field}2`, message);
});

/** Side by side, so that all that is wrong is said at once: the second asks nothing further while a field of it cannot be read. */
export const addition = itemFields.and(wholeCriterion);
export type AdditionForm = z.output<typeof addition>;

export const pageParam = wholeNumber(1, 100_000).catch(1);

export type LocalChangeSeen = {
  readonly id: string;
  readonly teamId: string | null;
  readonly teamNameJa: string | null;
  readonly teamNameEn: string | null;
  readonly itemCode: string;
  readonly section: Section | null;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly step: StepNumber | null;
  readonly isAddition: boolean;
  readonly reason: string;
  readonly madeAt: Date;
  readonly by: { readonly name: string; readonly latinName: string };
  readonly mayWithdraw: boolean;
};
