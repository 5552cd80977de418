import { Facts } from "@/components/ui/facts";
import { Passage } from "@/components/ui/passage";
import type { PolicyDefinition } from "@/lib/content/schema";
import { inWords, policyWords, valueWords } from "./policy-words";

export type Parameter = { definition: PolicyDefinition; value: unknown };

/** What the parameter is, what the source says of it, and what we set where nobody did. */
export async function ParameterFacts({ parameter: { definition, value } }: { parameter: Parameter }) {
  const words = await policyWords();
  const { t, locale } = words;
  const { sourceTerm, usedBy, type } = definition;
  const ours = t(definition.defaultIsOurs ? "defaultOurs" : "defaultExample", {
    value: valueWords(definition, definition.default, words),
  });
  return (
    <Facts
      facts={[
        { label: t("value"), value: <b>{valueWords(definition, value, words)}</b> },
        {
          label: t("source"),
          value: sourceTerm ? <Passage text={t("term", { term: sourceTerm })} /> : t("silent"),
        },
        ...(usedBy.length > 0 ? [{ label: t("measures"), value: usedBy.join(t("join")) }] : []),
        { label: t("isDefault"), value: ours },
        { label: t("reasonOfDefault"), value: inWords(definition.reason, locale) },
        ...(type.kind === "number"
          ? [{ label: t("rangeLabel"), value: t("range", { min: type.min, max: type.max }) }]
          : []),
      ]}
    />
  );
}
