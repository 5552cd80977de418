import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { renderPdf } from "@/lib/paper/queries";
import { now } from "@/lib/platform/clock";
import { findViewer } from "@/lib/platform/session";
import { trainingRecordPath } from "@/lib/training-record/schema";
import { findPaper } from "../../_components/find-paper";

/** The training record as a file, for whoever may open its page. */
export async function GET(_request: Request, { params }: RouteContext<"/training-record/[personId]/pdf">) {
  const viewer = await findViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const path = trainingRecordPath.safeParse(await params);
  const at = now();
  const found = path.success ? await findPaper(viewer, path.data.personId, await getLocale(), at) : null;
  if (!found) return new Response(null, { status: 404 });
  after(found.noteOpening);
  return new Response(new Uint8Array(await renderPdf(found.paper, at)), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="training-record-${at.toISOString().slice(0, 10)}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}
