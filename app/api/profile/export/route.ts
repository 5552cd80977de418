import { now } from "@/lib/platform/clock";
import { findFileReader } from "@/lib/platform/session";
import { exportHeld } from "@/lib/profile/queries";

/** Everything held about the reader, as a file. */
export async function GET() {
  const { viewer, refused } = await findFileReader("/profile/held");
  if (refused) return refused;
  const { actor } = viewer;
  const at = now().toISOString();
  return new Response(JSON.stringify({ exportedAt: at, ...(await exportHeld(actor)) }, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="sodate-${at.slice(0, 10)}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
