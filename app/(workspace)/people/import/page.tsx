import { notFound } from "next/navigation";
import { ImportHead } from "@/components/people/import-head";
import { ImportKinds } from "@/components/people/import-kinds";
import { importsOf } from "@/lib/domain/csv-import";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";

export const generateMetadata = titled("import", "title");

export default async function ImportPage() {
  const kinds = importsOf(await requireActor());
  if (kinds.length === 0) notFound();
  return (
    <>
      <ImportHead />
      <ImportKinds kinds={kinds} />
    </>
  );
}
