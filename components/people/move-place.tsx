import { useLocale } from "next-intl";
import { SelectField } from "@/components/form/select-field";
import { Button } from "@/components/ui/button";
import { useTranslations } from "@/lib/platform/words";
import { teamOptions } from "./team-options";

type Props = { chosen: string | null; places: Parameters<typeof teamOptions>[0] };

/** Chooses the new place; what the move brings is shown before it is done. */
export function MovePlace({ chosen, places }: Props) {
  const t = useTranslations("teams");
  return (
    <form method="get" className="narrow-page mt-4">
      <SelectField
        name="parent"
        label={t("fields.parent")}
        unmarked
        placeholder={t("fields.noParent")}
        defaultValue={chosen ?? ""}
        options={teamOptions(places, useLocale())}
      />
      <div className="form-foot">
        <Button type="submit">{t("move.look")}</Button>
      </div>
    </form>
  );
}
