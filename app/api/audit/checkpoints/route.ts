import { findCheckpointsFile } from "@/lib/audit/queries";
import { findActor } from "@/lib/platform/session";

/** Every signed checkpoint as a file, for a copy elsewhere. */
export async function GET() {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const file = findCheckpointsFile(actor);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="sodate-checkpoints.txt"',
      "cache-control": "private, no-store",
    },
  });
}
