import { Passage } from "@/components/ui/passage";
import type { CurriculumWords } from "@/lib/curriculum/schema";

/** How a slip or an open reading of the source is read here. */
export function SourceNote({ code, words }: { code: string; words: CurriculumWords }) {
  const { note } = words.item(code);
  return note === undefined ? null : (
    <p className="srcnote small">
      <Passage text={note} />
    </p>
  );
}
