import { extractText } from "unpdf";
import { recordWords } from "@/components/training-record/record-words";
import { trainingRecordPaper } from "@/components/training-record/training-record-paper";
import { curriculumWords } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { renderPdf } from "@/lib/paper/queries";
import type { Paper } from "@/lib/paper/schema";
import type { Locale } from "@/lib/platform/format";
import { findTrainingRecord } from "@/lib/training-record/queries";

export const PRINTED_BY = { name: "中村 由美子", latinName: "Yumiko Nakamura" };
const organisation = { nameJa: "みなと電機 CSIRT", nameEn: "Minato Electric CSIRT" };

/** The training record as the actor would read it; null where it is not theirs. */
export async function recordPaper(actor: Actor, personId: string, at: Date, locale: Locale = "ja") {
  const seen = await findTrainingRecord(actor, personId, at);
  if (!seen) return null;
  return trainingRecordPaper(seen, recordWords(await curriculumWords(locale)), { by: PRINTED_BY, at, organisation });
}

/** Everything that stands on a paper, as the page tells it. */
export const wordsOn = ({ title, sub, blocks, foot }: Paper): string[] => [
  title,
  sub,
  foot.left,
  foot.middle,
  ...blocks.flatMap((block) => [
    block.title ?? "",
    ...(block.kind === "facts"
      ? block.facts.flatMap(({ label, value }) => [label, value])
      : block.rows.flatMap(({ cells }) => cells.map((cell) => (typeof cell === "string" ? cell : "")))),
  ]),
];

/** What a reader of the file can select and copy, page by page, without spaces and line breaks. */
export async function textOfPdf(paper: Paper, at: Date): Promise<readonly string[]> {
  const { text } = await extractText(new Uint8Array(await renderPdf(paper, at)), { mergePages: false });
  return text.map(bare);
}
export const bare = (text: string) => text.replace(/\s+/g, "");
