import { getLocale } from "next-intl/server";
import { mayImport } from "@/lib/domain/csv-import";
import { templateOf } from "@/lib/import/queries";
import { importKind } from "@/lib/import/schema";
import { findActor } from "@/lib/platform/session";

/** A file with nothing but the headings, in the reader's language. */
export async function GET(_request: Request, { params }: RouteContext<"/people/import/[kind]/template">) {
  const actor = await findActor();
  if (!actor) return new Response(null, { status: 401 });
  const kind = importKind.safeParse((await params).kind).data;
  if (kind === undefined || !mayImport(actor, kind)) return new Response(null, { status: 404 });
  return new Response(templateOf(kind, await getLocale()), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${kind}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
