import { Fieldset } from "@/components/form/fieldset";
import { HiddenField } from "@/components/form/hidden-field";
import { NumberField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { PolicyDefinition } from "@/lib/content/schema";
import { MATERIAL_KINDS, type MaterialKind } from "@/lib/domain/material";
import { useTranslations } from "@/lib/platform/words";

type Words = { ja: string; en: string };
type Entry = { code: string; title?: Words; url?: string; note?: Words; kind?: MaterialKind };
type ListType = Extract<PolicyDefinition["type"], { kind: "list" }>;

const SPARE_ROWS = 3;

/** The rows of a list, with a few empty ones; what is to be read has a kind and a note as well. */
export function EntryRows({ type, value }: { type: ListType; value: unknown }) {
  const t = useTranslations("policy");
  const entries: Entry[] = Array.isArray(value) ? value : [];
  const count = Math.min(type.max, entries.length + SPARE_ROWS);
  return (
    <Fieldset legend={t("newValue")}>
      <p className="hint">{t("entriesHint", { min: type.min, max: type.max })}</p>
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <div key={`row-${place}`} className="entry-row">
          <EntryFields place={place} entry={entries[place]} />
          {type.item === "reading" && <ReadingFields place={place} entry={entries[place]} />}
        </div>
      ))}
    </Fieldset>
  );
}

type FieldsProps = { place: number; entry: Entry | undefined };

function EntryFields({ place, entry }: FieldsProps) {
  const t = useTranslations("policy");
  return (
    <>
      <HiddenField name={`entryCode.${place}`} value={entry?.code ?? ""} />
      <TextField
        name={`titleJa.${place}`}
        label={`${t("entry", { number: place + 1 })} ${t("entryJa")}`}
        unmarked
        defaultValue={entry?.title?.ja ?? ""}
        max={300}
      />
      <TextField
        name={`titleEn.${place}`}
        label={t("entryEn")}
        unmarked
        defaultValue={entry?.title?.en ?? ""}
        max={300}
      />
      <TextField name={`url.${place}`} label={t("entryUrl")} unmarked defaultValue={entry?.url ?? ""} max={400} />
      <NumberField name={`order.${place}`} label={t("entryOrder")} unmarked defaultValue={place + 1} />
    </>
  );
}

function ReadingFields({ place, entry }: FieldsProps) {
  const t = useTranslations("policy");
  const kinds = useTranslations("materials.kinds");
  return (
    <>
      <SelectField
        name={`kind.${place}`}
        label={t("entryKind")}
        unmarked
        options={MATERIAL_KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))}
        defaultValue={entry?.kind ?? ""}
      />
      <TextField
        name={`noteJa.${place}`}
        label={t("entryNoteJa")}
        unmarked
        defaultValue={entry?.note?.ja ?? ""}
        max={300}
      />
      <TextField
        name={`noteEn.${place}`}
        label={t("entryNoteEn")}
        unmarked
        defaultValue={entry?.note?.en ?? ""}
        max={300}
      />
    </>
  );
}
