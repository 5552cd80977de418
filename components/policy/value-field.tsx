import { Fieldset } from "@/components/form/fieldset";
import { HiddenField } from "@/components/form/hidden-field";
import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextField } from "@/components/form/text-field";
import type { PolicyDefinition } from "@/lib/content/schema";
import { inWords, type PolicyWords, policyWords } from "./policy-words";

type Entry = { code: string; title?: { ja: string; en: string }; url?: string };
type Props = { definition: PolicyDefinition; value: unknown };

/** The control that fits the parameter: a number, a choice, yes or no, or the rows of a list. */
export async function ValueField({ definition, value }: Props) {
  const words = await policyWords();
  const { t, locale } = words;
  const { type } = definition;
  if (type.kind === "list") return <ListRows definition={definition} value={value} words={words} />;
  if (type.kind === "number") {
    const hint = t("range", { min: type.min, max: type.max });
    return (
      <NumberField
        name="value"
        label={t("newValue")}
        required
        hint={hint}
        unit={t(`units.${type.unit}`)}
        defaultValue={Number(value)}
      />
    );
  }
  const options =
    type.kind === "flag"
      ? [
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]
      : type.options.map(({ code, name }) => ({ value: code, label: inWords(name, locale) }));
  return <RadioGroup name="value" label={t("newValue")} required options={options} defaultValue={String(value)} />;
}

const SPARE_ROWS = 3;

function ListRows({ definition: { type }, value, words: { t } }: Props & { words: PolicyWords }) {
  if (type.kind !== "list") return null;
  const entries: Entry[] = Array.isArray(value) ? value : [];
  const count = Math.min(type.max, entries.length + SPARE_ROWS);
  return (
    <Fieldset legend={t("newValue")}>
      <p className="hint">{t("entriesHint", { min: type.min, max: type.max })}</p>
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <div key={`row-${place}`} className="entry-row">
          <HiddenField name={`entryCode.${place}`} value={entries[place]?.code ?? ""} />
          <TextField
            name={`titleJa.${place}`}
            label={`${t("entry", { number: place + 1 })} ${t("entryJa")}`}
            unmarked
            defaultValue={entries[place]?.title?.ja ?? ""}
            max={300}
          />
          <TextField
            name={`titleEn.${place}`}
            label={t("entryEn")}
            unmarked
            defaultValue={entries[place]?.title?.en ?? ""}
            max={300}
          />
          <TextField
            name={`url.${place}`}
            label={t("entryUrl")}
            unmarked
            defaultValue={entries[place]?.url ?? ""}
            max={400}
          />
        </div>
      ))}
    </Fieldset>
  );
}
