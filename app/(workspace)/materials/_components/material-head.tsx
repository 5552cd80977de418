import { stepHref } from "@/components/materials/place-href";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { formatFacts } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { placeWords } from "./place-words";

type Props = { title: string; of: { roleGroupCode: RoleGroupCode | null; step: number; itemCode: string | null } };

/** Of which STEP the material is, or of which of its goals and tasks. */
export async function MaterialHead({ title, of: { roleGroupCode, step, itemCode } }: Props) {
  const [t, { words, place }] = await Promise.all([getTranslations("materials"), placeWords(roleGroupCode, step)]);
  const trail = [
    { href: "/materials", label: t("title") },
    { href: stepHref({ roleGroupCode, step }), label: place },
    { label: title },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={title} sub={formatFacts([place, itemCode !== null && words.text(itemCode)], words.locale)} />
    </>
  );
}
