import { LinkButton } from "@/components/ui/link-button";
import type { Actor } from "@/lib/domain/access";
import { type ImportKind, mayImport } from "@/lib/domain/csv-import";
import { useTranslations } from "@/lib/platform/words";

type Props = { actor: Actor; kind: ImportKind; add: { href: string; label: string } };

/** Where one is added, and where many at once are brought in, for who may. */
export function ListActs({ actor, kind, add }: Props) {
  const t = useTranslations("import");
  return (
    <>
      {mayImport(actor, kind) && <LinkButton href={`/people/import/${kind}`}>{t("title")}</LinkButton>}
      <LinkButton look="outline" href={add.href}>
        {add.label}
      </LinkButton>
    </>
  );
}
