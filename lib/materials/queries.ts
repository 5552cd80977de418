import "server-only";
import { type Actor, canSetPolicy } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { loadMaterials, loadRoots } from "./records";
import { type Materials, materialsOf } from "./schema";

/** Materials are for everyone who is signed in, like the curriculum they belong to: this read takes no actor. One statement. */
export const findMaterials = async (roleGroupCode: RoleGroupCode | null): Promise<Materials> =>
  materialsOf(await loadMaterials(db(), roleGroupCode));

const maySee = (actor: Actor) => actor.isAdmin || actor.managedTeamIds.length > 0;

export type MaterialCount = {
  roleGroupCode: RoleGroupCode | null;
  step: StepNumber;
  ofStep: number;
  ofItems: number;
};

/** How many stand where; null for who neither manages nor administers. One statement. */
export async function summariseMaterials(actor: Actor): Promise<readonly MaterialCount[] | null> {
  if (!maySee(actor)) return null;
  return db().$queryRaw<MaterialCount[]>`
    select "roleGroupCode", step::int as step, count(*) filter (where "itemCode" is null)::int as "ofStep",
           count("itemCode")::int as "ofItems"
      from "Material" where "removedAt" is null group by 1, 2`;
}

/** The materials of a role group, for who keeps them or manages; `maySet` says who keeps them. Two statements. */
export async function findKept(actor: Actor, roleGroupCode: RoleGroupCode | null) {
  if (!maySee(actor)) return null;
  const [materials, roots] = await Promise.all([findMaterials(roleGroupCode), loadRoots(db())]);
  return { materials, maySet: canSetPolicy(actor, roots) };
}

/** One of them to reword, with its place; null where it is gone or not the actor's to change. Two statements. */
export async function findMaterial(actor: Actor, id: string) {
  const row = await db().material.findFirst({ where: { id, removedAt: null } });
  if (!row || !maySee(actor) || !canSetPolicy(actor, await loadRoots(db()))) return null;
  return { ...row, roleGroupCode: row.roleGroupCode as RoleGroupCode | null };
}
