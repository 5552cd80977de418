import "server-only";
import type { Caller } from "@/lib/domain/access";
import {
  addMaterial as decideAdd,
  changeMaterial as decideChange,
  type MaterialDecision,
  type MaterialPlace,
  moved,
} from "@/lib/domain/material";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { lockOrganisation } from "@/lib/platform/organisation";
import { findCurriculum, loadOrder, loadPlace, loadRoots, loadStanding } from "./records";
import type { MaterialChange, MaterialKey, MaterialMove, NewMaterial } from "./schema";

type Placed = { place: MaterialPlace };

/** The English words are the Japanese ones where nobody gave any. */
const wordsOf = ({ kind, titleJa, titleEn, url, noteJa, noteEn }: Omit<MaterialChange, "onceKey" | "materialId">) => ({
  kind,
  titleJa,
  titleEn: titleEn ?? titleJa,
  url,
  noteJa: noteJa ?? noteEn ?? "",
  noteEn: noteEn ?? noteJa ?? "",
});

/** At the end of a STEP, or of one of its learning tasks or topics. The form's key is the row's id. */
export async function addMaterial(input: NewMaterial, { actor, now }: Caller) {
  const { onceKey: id, group: roleGroupCode, step, item: itemCode } = input;
  const place = { roleGroupCode, step, itemCode };
  const curriculum = await findCurriculum();
  return inTransaction<MaterialDecision<Placed>>(async (tx) => {
    await lockOrganisation(tx);
    if (await tx.material.count({ where: { id, addedById: actor.id } })) return accept({ place });
    const decision = decideAdd(await loadPlace(tx, place, curriculum), actor);
    if (!decision.ok) return decision;

    const { position } = decision.value;
    await tx.material.create({
      data: { id, ...place, ...wordsOf(input), position, addedById: actor.id, addedAt: now },
    });
    await announce(tx, "MaterialAdded", id, place, actor.id);
    return accept({ place });
  });
}

/** Rewords it: the new row stands where the old one stood, which stays as it was read until then. */
export const changeMaterial = (input: MaterialChange, { actor, now }: Caller) =>
  inTransaction<MaterialDecision<Placed>>(async (tx) => {
    await lockOrganisation(tx);
    const { onceKey: id, materialId: replacesId } = input;
    const old = await loadStanding(tx, replacesId);
    if (old && (await tx.material.count({ where: { id, replacesId, addedById: actor.id } }))) return accept(old);
    const decision = decideChange(old, await loadRoots(tx), actor);
    if (!decision.ok || !old) return decision.ok ? refuse({ code: "NotFound" }) : decision;

    const { place, position } = old;
    await tx.material.update({ where: { id: replacesId }, data: { removedById: actor.id, removedAt: now } });
    const made = { addedById: actor.id, addedAt: now, replacesId };
    await tx.material.create({ data: { id, ...place, ...wordsOf(input), position, ...made } });
    await announce(tx, "MaterialChanged", id, place, actor.id);
    return accept({ place });
  });

/** Nobody reads it any more; the row stays. */
export const removeMaterial = ({ materialId }: MaterialKey, { actor, now }: Caller) =>
  inTransaction<MaterialDecision<Placed>>(async (tx) => {
    await lockOrganisation(tx);
    const material = await loadStanding(tx, materialId);
    const decision = decideChange(material && { ...material, isRemoved: false }, await loadRoots(tx), actor);
    if (!decision.ok || !material) return decision.ok ? refuse({ code: "NotFound" }) : decision;
    if (material.isRemoved) return accept({ place: material.place });

    await tx.material.update({ where: { id: materialId }, data: { removedById: actor.id, removedAt: now } });
    await numberAnew(tx, await loadOrder(tx, material.place));
    await announce(tx, "MaterialRemoved", materialId, material.place, actor.id);
    return accept({ place: material.place });
  });

/** One place up or down among those of its place. */
export const moveMaterial = ({ materialId, direction }: MaterialMove, { actor }: Caller) =>
  inTransaction<MaterialDecision<Placed>>(async (tx) => {
    await lockOrganisation(tx);
    const material = await loadStanding(tx, materialId);
    const decision = decideChange(material, await loadRoots(tx), actor);
    if (!decision.ok || !material) return decision.ok ? refuse({ code: "NotFound" }) : decision;

    await numberAnew(tx, moved(await loadOrder(tx, material.place), materialId, direction));
    await announce(tx, "MaterialMoved", materialId, material.place, actor.id);
    return accept({ place: material.place });
  });

const numberAnew = (tx: Tx, ids: readonly string[]) => tx.$executeRaw`
  update "Material" m set position = x.place - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as x(id, place) where m.id = x.id`;

const announce = (
  tx: Tx,
  action: "MaterialAdded" | "MaterialChanged" | "MaterialRemoved" | "MaterialMoved",
  materialId: string,
  place: MaterialPlace,
  actorId: string,
) => recordEvent(tx, { action, actorId, subjectId: materialId, body: { ...place } });
