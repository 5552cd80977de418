import { ImportDecision } from "@/components/people/import-decision";
import { ImportPreview } from "@/components/people/import-preview";
import { ImportUpload } from "@/components/people/import-upload";
import type { ImportKind } from "@/lib/domain/csv-import";
import { columnsOf, type Preview } from "@/lib/import/queries";
import { discardFileAction, importFileAction, keepFileAction } from "../../actions";

/** The file that waits, with the decision on it; below, the way to choose another. */
export function WaitingFile({ kind, preview }: { kind: ImportKind; preview: Preview }) {
  const readable = preview.problems.length === 0;
  const isClean = readable && preview.counts.bad === 0;
  return (
    <>
      <ImportPreview kind={kind} preview={preview} columns={columnsOf(kind)} />
      <ImportDecision
        kind={kind}
        seen={preview.file.seen}
        counts={preview.counts}
        readable={readable}
        importFile={importFileAction}
        discard={discardFileAction}
      />
      <ImportUpload kind={kind} action={keepFileAction} look={isClean ? "outline" : "primary"} />
    </>
  );
}
