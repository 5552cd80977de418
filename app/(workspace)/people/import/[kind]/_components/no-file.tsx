import { ImportDone } from "@/components/people/import-done";
import { ImportUpload } from "@/components/people/import-upload";
import type { ImportKind } from "@/lib/domain/csv-import";
import { importCounts } from "@/lib/import/schema";
import { keepFileAction } from "../../actions";

type Props = { kind: ImportKind; asked: Readonly<Record<string, string | string[] | undefined>> };

/** Nothing waits: what was just imported, if anything, and the way to choose a file. */
export function NoFile({ kind, asked }: Props) {
  const done = importCounts.safeParse(asked).data;
  return (
    <>
      {done && <ImportDone kind={kind} counts={done} />}
      <ImportUpload kind={kind} action={keepFileAction} look="primary" />
    </>
  );
}
