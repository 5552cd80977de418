import "server-only";
import { widestEdition } from "@/lib/curriculum/queries";
import type { Curriculum } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { MaterialFacts, MaterialKind, MaterialPlace } from "@/lib/domain/material";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { Tx } from "@/lib/platform/db";
import type { MaterialSeen } from "./schema";

const IN_ORDER = [{ position: "asc" }, { addedAt: "asc" }, { id: "asc" }] as const;
const SEEN = {
  id: true,
  step: true,
  itemCode: true,
  kind: true,
  titleJa: true,
  titleEn: true,
  url: true,
  noteJa: true,
  noteEn: true,
} as const;

/** What stands in a role group, in the order in which it is read. One statement. */
export async function loadMaterials(tx: Tx, roleGroupCode: RoleGroupCode | null): Promise<MaterialSeen[]> {
  const rows = await tx.material.findMany({
    where: { roleGroupCode, removedAt: null },
    select: SEEN,
    orderBy: [...IN_ORDER],
  });
  return rows.map(({ kind, step, ...row }) => ({ ...row, kind: kind as MaterialKind, step: step as StepNumber }));
}

const whereIn = ({ roleGroupCode, step, itemCode }: MaterialPlace) => ({
  roleGroupCode,
  step,
  itemCode,
  removedAt: null,
});

export async function loadRoots(tx: Tx): Promise<string[]> {
  const roots = await tx.team.findMany({ where: { parentId: null }, select: { id: true } });
  return roots.map(({ id }) => id);
}

/** The organisation is locked, so that two who add take their turn. */
export async function loadPlace(tx: Tx, place: MaterialPlace, curriculum: Curriculum): Promise<MaterialFacts> {
  const rootTeamIds = await loadRoots(tx);
  const isThere = isPlaceOf(curriculum, place);
  return { rootTeamIds, standing: isThere ? await tx.material.count({ where: whereIn(place) }) : null };
}

export async function loadStanding(tx: Tx, id: string) {
  const row = await tx.material.findUnique({ where: { id } });
  if (!row) return null;
  const place: MaterialPlace = {
    roleGroupCode: row.roleGroupCode as RoleGroupCode | null,
    step: row.step as StepNumber,
    itemCode: row.itemCode,
  };
  return { id, isRemoved: row.removedAt !== null, removedById: row.removedById, position: row.position, place };
}

/** The ids of a place in their order. */
export async function loadOrder(tx: Tx, place: MaterialPlace): Promise<string[]> {
  const rows = await tx.material.findMany({ where: whereIn(place), select: { id: true }, orderBy: [...IN_ORDER] });
  return rows.map(({ id }) => id);
}

/** Read before a transaction, which must not wait for a second connection. */
export const findCurriculum = widestEdition;

type Nested = { readonly code: string; readonly children: readonly Nested[] };
const codesIn = (nodes: readonly Nested[]): readonly string[] =>
  nodes.flatMap(({ code, children }) => [code, ...codesIn(children)]);

/** Topics of an education, tasks of a STEP: what own material can be attached to. */
function isPlaceOf({ structure, roleGroup, stepsOf }: Curriculum, { roleGroupCode, step, itemCode }: MaterialPlace) {
  if (itemCode === null) return true;
  if (roleGroupCode === null) return codesIn(structure.basicEducation).includes(itemCode);
  if (step === 0) return codesIn(roleGroup(roleGroupCode).commonEducation).includes(itemCode);
  return codesIn(stepsOf(roleGroupCode).find((each) => each.step === step)?.tasks ?? []).includes(itemCode);
}
