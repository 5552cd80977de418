import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { ImportKind } from "@/lib/domain/csv-import";
import { useTranslations } from "@/lib/platform/words";

/** The kinds of file that the reader may bring in, in the order of a first time. */
export function ImportKinds({ kinds }: { kinds: readonly ImportKind[] }) {
  const t = useTranslations("import");
  return (
    <>
      <p className="lead">{t("lead")}</p>
      <p className="mt-2">{t("order")}</p>
      {kinds.map((kind) => (
        <section key={kind} className="sec">
          <SectionHeading>{t(`kinds.${kind}`)}</SectionHeading>
          <p className="mt-2">{t(`about.${kind}`)}</p>
          <p className="mt-2">
            <LinkButton href={`/people/import/${kind}`}>{t(`open.${kind}`)}</LinkButton>
          </p>
        </section>
      ))}
    </>
  );
}
