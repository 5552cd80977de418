import { Message } from "@/components/ui/message";
import type { ImportKind } from "@/lib/domain/csv-import";
import { useTranslations } from "@/lib/platform/words";

type Props = { kind: ImportKind; counts: { new: number; changed: number; unchanged: number } };

export function ImportDone({ kind, counts }: Props) {
  const t = useTranslations("import");
  return (
    <Message
      tone="ok"
      role="status"
      title={t("done.title", { kind: t(`kinds.${kind}`) })}
      why={t("done.counts", counts)}
    />
  );
}
