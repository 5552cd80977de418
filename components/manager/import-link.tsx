import { LinkButton } from "@/components/ui/link-button";
import type { Actor } from "@/lib/domain/access";
import { type ImportKind, mayImport } from "@/lib/domain/csv-import";
import { getTranslations } from "@/lib/platform/words";

/** Where many at once are brought in, beside where one is added; nothing for who may not. */
export async function ImportLink({ actor, kind }: { actor: Actor; kind: ImportKind }) {
  if (!mayImport(actor, kind)) return null;
  const t = await getTranslations("import");
  return <LinkButton href={`/people/import/${kind}`}>{t("title")}</LinkButton>;
}
