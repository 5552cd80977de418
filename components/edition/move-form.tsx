import { getLocale } from "next-intl/server";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { placeName } from "@/components/reviews/place-name";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { type Movable, movesByRule } from "@/lib/domain/edition";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Row = Movable & { name: string; latinName: string; openStep: number | null; begun: number };
type Props = {
  pair: { from: string; to: string };
  rows: readonly Row[];
  digest: string;
  words: CurriculumWords;
  onceKey: string;
  action: FormAction;
};

/** Who moves: ticked as the rule says; a manager may decide otherwise, with a reason. */
export async function MoveForm({ pair, rows, digest, words, onceKey, action }: Props) {
  const [t, reviews, chosen] = await Promise.all([
    getTranslations("editions"),
    getTranslations("reviews"),
    getLocale(),
  ]);
  const locale = chosen as Locale;
  return (
    <Form action={action} onceKey={onceKey}>
      <HiddenField name="from" value={pair.from} />
      <HiddenField name="to" value={pair.to} />
      <HiddenField name="digest" value={digest} />
      {rows.map(({ ref }) => (
        <HiddenField key={ref.enrolmentId} name="shown[]" value={ref.enrolmentId} />
      ))}
      <LedgerTable
        caption={t("whoCaption")}
        rows={rows}
        rowKey={({ ref }) => ref.enrolmentId}
        columns={[
          { id: "moves", head: t("moves"), cell: (row) => <Moves row={row} label={formatName(row, locale)} /> },
          { id: "person", head: t("person"), isRowHead: true, cell: (row) => formatName(row, locale) },
          {
            id: "place",
            head: t("place"),
            cell: ({ ref, openStep }) =>
              placeName(reviews, words, { roleGroupCode: ref.roleGroupCode, step: openStep }),
          },
          { id: "begun", head: t("begun"), cell: ({ begun }) => t("begunCount", { count: begun }) },
          { id: "by", head: t("byRule"), cell: (row) => t(movesByRule(row) ? "ruleMoves" : "ruleStays") },
        ]}
      />
      <div className="narrow-page mt-4">
        <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} max={2000} rows={3} />
        <div className="form-foot">
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </div>
    </Form>
  );
}

async function Moves({ row, label }: { row: Row; label: string }) {
  const t = await getTranslations("editions");
  return (
    <input
      type="checkbox"
      name="moving[]"
      value={row.ref.enrolmentId}
      defaultChecked={movesByRule(row)}
      aria-label={t("movesLabel", { name: label })}
      className="box"
    />
  );
}
