import { getLocale } from "next-intl/server";
import { SelectField } from "@/components/form/select-field";
import { ORGANISATION } from "@/lib/local-curriculum/schema";
import { getTranslations } from "@/lib/platform/words";

export type Reaches = {
  organisation: boolean;
  teams: readonly { id: string; nameJa: string; nameEn: string }[];
};

/** For whom: the whole organisation, or a team with those below it. */
export async function ReachField({ reaches: { organisation, teams } }: { reaches: Reaches }) {
  const [t, locale] = await Promise.all([getTranslations("localCurriculum"), getLocale()]);
  const options = [
    ...(organisation ? [{ value: ORGANISATION, label: t("organisation") }] : []),
    ...teams.map(({ id, nameJa, nameEn }) => ({ value: id, label: locale === "ja" ? nameJa : nameEn })),
  ];
  return (
    <SelectField
      name="reach"
      label={t("reach")}
      required
      hint={t("reachHint")}
      options={options}
      placeholder={false}
      defaultValue={options[0]?.value ?? ""}
    />
  );
}
