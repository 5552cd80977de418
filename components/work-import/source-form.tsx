import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { supervisionOptions } from "@/components/training/supervision-options";
import { SectionHeading } from "@/components/ui/section-heading";
import { WORK_DATE_FORMATS } from "@/lib/domain/work-day";
import { columnsRead, type WorkMapping } from "@/lib/domain/work-source";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { TIME_ZONES } from "@/lib/team/schema";
import { columnField } from "@/lib/work-source/schema";
import { TicketFields, VerdictFields } from "./source-words";

type Props = {
  mapping: WorkMapping;
  action: FormAction;
  onceKey?: string;
  /** What the form says besides: which team, or which source as it was seen. */
  children: ReactNode;
};

/** How the files of a source are read: by parts, in the order in which a file is looked at. */
export function SourceForm({ mapping, action, onceKey, children }: Props) {
  const t = useTranslations("workImport.form");
  return (
    <Form action={action} {...(onceKey && { onceKey })} className="narrow-page mt-4">
      <HiddenField name="kind" value={mapping.kind} />
      <TextField name="name" label={t("name")} hint={t("nameHint")} required max={60} defaultValue={mapping.name} />
      {children}
      <Columns mapping={mapping} />
      <Dates mapping={mapping} />
      {mapping.kind === "alertJudgements" ? <VerdictFields mapping={mapping} /> : <TicketFields mapping={mapping} />}
      <Records mapping={mapping} />
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

type Part = { mapping: WorkMapping };

function Columns({ mapping: { kind, columns } }: Part) {
  const t = useTranslations("workImport.form");
  const { needed, other } = columnsRead(kind);
  return (
    <section className="sec">
      <SectionHeading className="mb-3">{t("columns")}</SectionHeading>
      <p className="small mt-2">{t("columnsLead")}</p>
      {[...needed, ...other].map((column) => {
        const hint = t(`columnHints.${column}`);
        return (
          <TextField
            key={column}
            name={columnField(column)}
            label={t(`column.${column}`)}
            required={needed.includes(column)}
            max={100}
            defaultValue={columns[column] ?? ""}
            {...(hint !== "" && { hint })}
          />
        );
      })}
    </section>
  );
}

function Dates({ mapping }: Part) {
  const t = useTranslations("workImport.form");
  return (
    <section className="sec">
      <SectionHeading className="mb-3">{t("dates")}</SectionHeading>
      <SelectField
        name="dateFormat"
        label={t("dateFormat")}
        required
        placeholder={false}
        defaultValue={mapping.dateFormat}
        options={WORK_DATE_FORMATS.map((value) => ({ value, label: t(`dateFormats.${value}`) }))}
      />
      <SelectField
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        required
        placeholder={false}
        defaultValue={mapping.timeZone}
        options={TIME_ZONES.map((zone) => ({ value: zone, label: zone }))}
      />
    </section>
  );
}

function Records({ mapping }: Part) {
  const t = useTranslations("workImport.form");
  const levels = supervisionOptions(useTranslations("records.form"));
  return (
    <section className="sec">
      <SectionHeading className="mb-3">{t("records")}</SectionHeading>
      <TextField
        name="recordTitle"
        label={t("recordTitle")}
        {...(mapping.kind === "alertJudgements" && { hint: t("recordTitleHint") })}
        required
        max={100}
        defaultValue={mapping.recordTitle}
      />
      <SelectField
        name="supervision"
        label={t("supervision")}
        hint={t("supervisionHint")}
        defaultValue={mapping.supervision === null ? "" : String(mapping.supervision)}
        options={levels}
      />
    </section>
  );
}
