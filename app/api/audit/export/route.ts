import { getLocale } from "next-intl/server";
import { beginExport } from "@/lib/audit/commands";
import { exportedFile } from "@/lib/audit/queries";
import { exportForm } from "@/lib/audit/schema";
import { now } from "@/lib/platform/clock";
import { findFileReader } from "@/lib/platform/session";

/** The trail as a file, a piece at a time. Posted: it leaves an event. */
export async function POST(request: Request) {
  const { viewer, refused } = await findFileReader("/audit/export");
  if (refused) return refused;
  const { actor } = viewer;
  const form = exportForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return new Response(null, { status: 400 });
  const at = now();
  const begun = await beginExport(form.data, { actor, now: at });
  if (!begun.ok) return new Response(null, { status: begun.refusal.code === "NotFound" ? 404 : 503 });
  const { format } = form.data;
  return new Response(exportedFile(form.data, begun.value, await getLocale()), {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="sodate-audit-${at.toISOString().slice(0, 10)}.${format}"`,
      "cache-control": "private, no-store",
    },
  });
}
