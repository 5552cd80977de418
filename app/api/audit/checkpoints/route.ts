import { findCheckpointsFile } from "@/lib/audit/queries";
import { findFileReader } from "@/lib/platform/session";

/** Every signed checkpoint as a file, for a copy elsewhere. */
export async function GET() {
  const { viewer, refused } = await findFileReader("/audit");
  if (refused) return refused;
  const { actor } = viewer;
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
