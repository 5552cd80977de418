import { ImportDecision } from "@/components/work-import/import-decision";
import { Preview } from "@/components/work-import/preview";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { WorkPreview } from "@/lib/work-import/schema";
import { discardWorkFileAction, importWorkAction } from "../../actions";

type Props = { sourceId: string; preview: WorkPreview; words: CurriculumWords };

/** The file that waits, with the decision on it. */
export function WaitingFile({ sourceId, preview, words }: Props) {
  return (
    <>
      <Preview sourceId={sourceId} preview={preview} words={words} />
      <ImportDecision
        sourceId={sourceId}
        preview={preview}
        importWork={importWorkAction}
        discard={discardWorkFileAction}
      />
    </>
  );
}
