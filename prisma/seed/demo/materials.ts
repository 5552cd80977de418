import { dayOf, idOf, instantOn } from "./days";
import { personId, tell, type World } from "./world";

/** What the organisation gives to read or watch, in the order of the plan. */
export function tellMaterials(world: World) {
  const { material } = world.rows;
  for (const { on, by, group, step, item, kind, title, url, note } of world.plan.materials) {
    const addedAt = instantOn(dayOf(on, world.today), 9, `material ${title.en}`);
    const id = idOf(`material ${title.en}`, addedAt);
    const addedById = personId(world, by);
    const place = { roleGroupCode: group ?? null, step, itemCode: item ?? null };
    const before = material.filter((row) => row.roleGroupCode === place.roleGroupCode && row.step === step);
    const position = before.filter((row) => row.itemCode === place.itemCode).length;
    const said = { titleJa: title.ja, titleEn: title.en, noteJa: note?.ja ?? "", noteEn: note?.en ?? "" };
    material.push({ id, ...place, kind, ...said, url: url ?? null, position, addedById, addedAt });
    tell(world, addedAt, { action: "MaterialAdded", actorId: addedById, subjectId: id, body: { ...place } });
  }
}
