import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import type { PolicyDefinition } from "@/lib/content/schema";
import { EntryRows } from "./entry-rows";
import { inWords, policyWords } from "./policy-words";

type Props = { definition: PolicyDefinition; value: unknown };

/** The control that fits the parameter: a number, a choice, yes or no, or the rows of a list. */
export async function ValueField({ definition, value }: Props) {
  const { t, locale } = await policyWords();
  const { type } = definition;
  if (type.kind === "list") return <EntryRows type={type} value={value} />;
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
