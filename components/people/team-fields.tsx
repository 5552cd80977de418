import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { TeamProfile } from "@/lib/domain/team";
import { useTranslations } from "@/lib/platform/words";
import { TIME_ZONES } from "@/lib/team/schema";

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Names and calendar, for a new team and for an old one. */
export function TeamFields({ profile }: { profile?: TeamProfile }) {
  const t = useTranslations("teams.fields");
  return (
    <>
      <TextField name="nameJa" label={t("nameJa")} defaultValue={profile?.nameJa ?? ""} required max={100} />
      <TextField name="nameEn" label={t("nameEn")} defaultValue={profile?.nameEn ?? ""} required max={100} />
      <SelectField
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        required
        placeholder={false}
        defaultValue={profile?.timeZone ?? "Asia/Tokyo"}
        options={TIME_ZONES.map((zone) => ({ value: zone, label: zone }))}
      />
      <SelectField
        name="fiscalYearStartMonth"
        label={t("fiscalYearStartMonth")}
        required
        placeholder={false}
        size="mid"
        defaultValue={String(profile?.fiscalYearStartMonth ?? 4)}
        options={MONTHS.map((month) => ({ value: month, label: t("month", { month: Number(month) }) }))}
      />
    </>
  );
}
