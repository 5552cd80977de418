import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Track } from "@/lib/domain/curriculum";
import { getTranslations } from "@/lib/platform/words";

type Row = { criterionCode: string; track: Track; met: boolean; have: number; need: number };
type Props = { criteria: readonly Row[]; covered: readonly Track[]; words: CurriculumWords };

/** What each track asks for in the open STEP, and how far it is: what begins or ceases to apply. */
export async function TrackEffects({ criteria, covered, words }: Props) {
  const [t, enrolments] = await Promise.all([getTranslations("tracks"), getTranslations("enrolments")]);
  return (
    <section className="sec">
      <SectionHeading>{t("effects")}</SectionHeading>
      {criteria.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <LedgerTable
          caption={t("effects")}
          rows={criteria}
          rowKey={({ criterionCode }) => criterionCode}
          columns={[
            { id: "track", head: t("track"), cell: ({ track }) => enrolments(`trackNames.${track}`) },
            {
              id: "criterion",
              head: t("criterion"),
              isRowHead: true,
              cell: ({ criterionCode }) => words.title(criterionCode),
            },
            {
              id: "reached",
              head: t("reached"),
              cell: ({ met, have, need }) => `${have} / ${need} ${t(met ? "met" : "unmet")}`,
            },
            { id: "now", head: t("now"), cell: ({ track }) => t(covered.includes(track) ? "applies" : "appliesNot") },
          ]}
        />
      )}
    </section>
  );
}
