import { SectionHeading } from "@/components/ui/section-heading";
import type { MaterialSeen } from "@/lib/materials/schema";
import { useTranslations } from "@/lib/platform/words";
import { MaterialList } from "./material-list";

/** The materials of a whole STEP, where there are any. */
export function StepMaterials({ items }: { items: readonly MaterialSeen[] }) {
  const t = useTranslations("materials");
  if (items.length === 0) return null;
  return (
    <section className="sec">
      <SectionHeading>{t("ofStep")}</SectionHeading>
      <MaterialList items={items} />
    </section>
  );
}
