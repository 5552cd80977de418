import { useLocale } from "next-intl";
import { judgedLevel } from "@/components/training/supervision-options";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { ComparedCheckpoint, Said } from "@/lib/domain/second-opinion";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { OpinionView } from "@/lib/second-opinion/schema";

type Props = { opinion: OpinionView; nameOf: (checkpoint: string) => string };

/** Who asked whom, and what came of it: side by side once both have judged. */
export function OpinionState({ opinion, nameOf }: Props) {
  const t = useTranslations("mentoring.opinion");
  const locale = useLocale();
  const { askedBy, askedOf, askedAt, timeZone } = opinion;
  const names = { by: formatName(askedBy, locale), of: formatName(askedOf, locale) };
  const at = formatInstant(new Date(askedAt), locale, { zone: timeZone });
  return (
    <div className="py-2">
      <p className="small sub">{t("asked", { ...names, at })}</p>
      <p className="small">
        <Outcome opinion={opinion} names={names} />
      </p>
      {opinion.comparison && <Comparison rows={opinion.comparison} names={names} nameOf={nameOf} />}
    </div>
  );
}

type Names = { readonly by: string; readonly of: string };

function Outcome({ opinion, names }: { opinion: OpinionView; names: Names }) {
  const t = useTranslations("mentoring.opinion");
  const { declined, comparison, givenAt } = opinion;
  if (declined) return t("declined", { of: names.of, reason: declined.reason });
  if (!comparison) return t(givenAt === null ? "waiting" : "waitingFirst", { ...names });
  const count = comparison.filter(({ differs }) => differs).length;
  return count === 0 ? t("same") : t("differs", { count });
}

type ComparisonProps = { rows: readonly ComparedCheckpoint[]; names: Names; nameOf: Props["nameOf"] };

function Comparison({ rows, names, nameOf }: ComparisonProps) {
  const t = useTranslations("mentoring.opinion");
  return (
    <LedgerTable
      caption={t("comparison")}
      rows={rows}
      rowKey={({ checkpoint }) => checkpoint}
      columns={[
        { id: "checkpoint", head: t("checkpoint"), isRowHead: true, cell: ({ checkpoint }) => nameOf(checkpoint) },
        { id: "first", head: t("first", { name: names.by }), cell: ({ first }) => <SaidText said={first} /> },
        { id: "second", head: t("second", { name: names.of }), cell: ({ second }) => <SaidText said={second} /> },
        { id: "differs", head: t("difference"), cell: ({ differs }) => t(differs ? "isDifferent" : "isSame") },
      ]}
    />
  );
}

function SaidText({ said: { judgement, supervision, comment } }: { said: Said }) {
  const t = useTranslations("reviews.judgement");
  const level = judgedLevel(useTranslations("records.form"), { judgement, supervision });
  return (
    <>
      <b>{t(judgement)}</b>
      {level && <span className="block small">{level}</span>}
      {comment !== "" && <span className="block small sub">{comment}</span>}
    </>
  );
}
