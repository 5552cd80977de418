import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { FOUNDED } from "./builders";

type Ref = { readonly id: string };

/** A leave, entered by the person themself unless said otherwise; without a last day it is open. */
export async function aLeave(person: Ref, { fromOn, toOn, by = person }: { fromOn: string; toOn?: string; by?: Ref }) {
  const id = newId();
  const days = { fromOn: toDbDay(fromOn), toOn: toOn === undefined ? null : toDbDay(toOn) };
  await db().leave.create({ data: { id, personId: person.id, ...days, enteredById: by.id, enteredAt: FOUNDED } });
  return { id };
}
