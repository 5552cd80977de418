import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { now } from "@/lib/platform/clock";
import { findFileReader } from "@/lib/platform/session";
import { trainingRecordPath } from "@/lib/training-record/schema";
import { pdfFile } from "../../../_components/pdf-file";
import { findPaper } from "../../_components/find-paper";

/** The training record as a file, for whoever may open its page. */
export async function GET(_request: Request, { params }: RouteContext<"/training-record/[personId]/pdf">) {
  const { viewer, refused } = await findFileReader();
  if (refused) return refused;
  const path = trainingRecordPath.safeParse(await params);
  const at = now();
  const found = path.success ? await findPaper(viewer, path.data.personId, await getLocale(), at) : null;
  if (!found) return new Response(null, { status: 404 });
  after(found.noteOpening);
  return await pdfFile(found.paper, "training-record", at);
}
