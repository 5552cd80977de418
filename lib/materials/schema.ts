import { z } from "zod";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { DIRECTIONS, MATERIAL_KINDS, type MaterialKind, type MaterialPlace } from "@/lib/domain/material";
import { STEP_NUMBERS } from "@/lib/domain/proficiency";
import { choice, line, optional, paragraph, uuid } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";

const NOT_A_LINK: keyof Messages["validation"] = "notALink";

/** What an address or a form calls basic education, which has no role group. */
export const BASIC = "basic-education";
const group = () => choice([BASIC, ...ROLE_GROUP_CODES]).transform((code) => (code === BASIC ? null : code));
const step = () => choice(["0", "1", "2", "3"]).transform((text) => STEP_NUMBERS[Number(text)] ?? 0);

/** Basic education has STEP 0 alone. */
const isStep = (place: { group: RoleGroupCode | null; step: number }) => place.group !== null || place.step === 0;

/** A STEP, as an address names it. */
export const stepPlace = z.object({ group: group(), step: step() }).refine(isStep);
const item = () => optional(line(100).regex(/^[a-z][a-zA-Z0-9.-]{0,99}$/));
export const itemPlace = z.object({ group: group(), step: step(), item: item() }).refine(isStep);

/** Only http and https: what a browser opens is never a script or a file. */
const link = () =>
  line(400).refine((text) => /^https?:\/\/[^\s@]+$/u.test(text) && URL.canParse(text), { error: NOT_A_LINK });

const said = {
  kind: choice(MATERIAL_KINDS),
  titleJa: line(200),
  titleEn: optional(line(200)),
  url: optional(link()),
  noteJa: optional(paragraph(500)),
  noteEn: optional(paragraph(500)),
};

export const newMaterial = z.object({ onceKey: uuid(), group: group(), step: step(), item: item(), ...said });
export type NewMaterial = z.output<typeof newMaterial>;
export const materialChange = z.object({ onceKey: uuid(), materialId: uuid(), ...said });
export type MaterialChange = z.output<typeof materialChange>;
export const materialKey = z.object({ materialId: uuid() });
export type MaterialKey = z.output<typeof materialKey>;
export const materialMove = z.object({ materialId: uuid(), direction: choice(DIRECTIONS) });
export type MaterialMove = z.output<typeof materialMove>;

/** As it is read; the English words are the Japanese ones where nobody gave any. */
export type MaterialSeen = {
  readonly id: string;
  readonly step: MaterialPlace["step"];
  readonly itemCode: string | null;
  readonly kind: MaterialKind;
  readonly titleJa: string;
  readonly titleEn: string;
  readonly url: string | null;
  readonly noteJa: string;
  readonly noteEn: string;
};

/** The materials of one role group, or of basic education, by their place. */
export type Materials = {
  readonly ofStep: (step: number) => readonly MaterialSeen[];
  readonly ofItem: (code: string) => readonly MaterialSeen[];
};

export function materialsOf(rows: readonly MaterialSeen[]): Materials {
  const items = Map.groupBy(rows, ({ itemCode }) => itemCode);
  const steps = Map.groupBy(items.get(null) ?? [], (row) => row.step as number);
  return { ofStep: (step) => steps.get(step) ?? [], ofItem: (code) => items.get(code) ?? [] };
}
