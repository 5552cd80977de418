import "server-only";
import type { Drill } from "@/lib/domain/drill";
import type { Tx } from "@/lib/platform/db";

/** A planned drill, its row locked: it is held or cancelled once. People are locked before it, never after. */
export async function loadDrill(tx: Tx, id: string): Promise<Drill | null> {
  await tx.$queryRaw`select id from "PlannedDrill" where id = ${id}::uuid for update`;
  const row = await tx.plannedDrill.findUnique({
    where: { id },
    select: { plannedById: true, cancelledById: true, events: { where: { endedAt: null }, select: { id: true } } },
  });
  return row && { plannedById: row.plannedById, cancelledById: row.cancelledById, held: row.events.length > 0 };
}
