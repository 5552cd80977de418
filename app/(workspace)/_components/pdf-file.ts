import { renderPdf } from "@/lib/paper/queries";
import type { Paper } from "@/lib/paper/schema";

/** A paper as a file to keep. Personal: nothing on the way may store it. */
export const pdfFile = async (paper: Paper, name: string, at: Date) =>
  new Response(new Uint8Array(await renderPdf(paper, at)), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${name}-${at.toISOString().slice(0, 10)}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
