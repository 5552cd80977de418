import { getLocale } from "next-intl/server";
import { mayImport } from "@/lib/domain/csv-import";
import { templateOf } from "@/lib/import/queries";
import { importKind } from "@/lib/import/schema";
import { findFileReader } from "@/lib/platform/session";

/** A file with nothing but the headings, in the reader's language. */
export async function GET(_request: Request, { params }: RouteContext<"/people/import/[kind]/template">) {
  const { kind: asked } = await params;
  const { viewer, refused } = await findFileReader(`/people/import/${encodeURIComponent(asked)}`);
  if (refused) return refused;
  const { actor } = viewer;
  const kind = importKind.safeParse(asked).data;
  if (kind === undefined || !mayImport(actor, kind)) return new Response(null, { status: 404 });
  return new Response(templateOf(kind, await getLocale()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${kind}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
