import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { now } from "@/lib/platform/clock";
import { findFileReader } from "@/lib/platform/session";
import { stepPath } from "@/lib/trainees/schema";
import { pdfFile } from "../../../../../_components/pdf-file";
import { findBook } from "../../../../_components/find-book";

type Context = RouteContext<"/task-books/[personId]/[enrolmentId]/[step]/pdf">;

/** The task book as a file, for whoever may open its page. */
export async function GET(_request: Request, { params }: Context) {
  const { viewer, refused } = await findFileReader();
  if (refused) return refused;
  const path = stepPath.safeParse(await params);
  const at = now();
  const found = path.success ? await findBook(viewer, path.data, await getLocale(), at) : null;
  if (!found) return new Response(null, { status: 404 });
  after(found.noteOpening);
  return await pdfFile(found.paper, "task-book", at);
}
