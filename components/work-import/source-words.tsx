import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { SectionHeading } from "@/components/ui/section-heading";
import type { WorkMapping } from "@/lib/domain/work-source";
import { useTranslations } from "@/lib/platform/words";
import { WORK_RECORD_KINDS } from "@/lib/work-source/schema";

type Part = { mapping: WorkMapping };

/** What the file writes for a detection and for a false positive. */
export function VerdictFields({ mapping }: Part) {
  const t = useTranslations("workImport.form");
  const fields = [
    { name: "trueWords", words: mapping.trueWords, hint: t("wordsHint") },
    { name: "falseWords", words: mapping.falseWords, hint: t("wordsHint") },
    { name: "asideWords", words: mapping.asideWords, hint: t("asideHint") },
  ] as const;
  return (
    <section className="sec">
      <SectionHeading className="mb-3">{t("verdicts")}</SectionHeading>
      {fields.map(({ name, words, hint }) => (
        <TextArea
          key={name}
          name={name}
          label={t(name)}
          hint={hint}
          max={2000}
          rows={Math.max(2, words.length)}
          defaultValue={words.join("\n")}
        />
      ))}
    </section>
  );
}

/** Which tickets are brought in, and as what. */
export function TicketFields({ mapping }: Part) {
  const t = useTranslations("workImport.form");
  const kind = useTranslations("records.kinds");
  return (
    <section className="sec">
      <SectionHeading className="mb-3">{t("tickets")}</SectionHeading>
      <TextArea
        name="types"
        label={t("types")}
        hint={t("typesHint")}
        max={2000}
        rows={2}
        defaultValue={mapping.types.join("\n")}
      />
      <SelectField
        name="recordKind"
        label={t("recordKind")}
        required
        placeholder={false}
        defaultValue={mapping.recordKind}
        options={WORK_RECORD_KINDS.map((value) => ({ value, label: kind(value) }))}
      />
      <TextField
        name="separator"
        label={t("separator")}
        hint={t("separatorHint")}
        max={3}
        size="short"
        defaultValue={mapping.separator}
      />
      <TextField
        name="refPrefix"
        label={t("refPrefix")}
        hint={t("refPrefixHint")}
        max={20}
        size="mid"
        defaultValue={mapping.refPrefix}
      />
    </section>
  );
}
