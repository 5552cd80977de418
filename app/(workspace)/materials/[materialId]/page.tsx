import { notFound } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { MaterialForm } from "@/components/materials/material-form";
import { stepHref } from "@/components/materials/place-href";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findMaterial } from "@/lib/materials/queries";
import { materialKey } from "@/lib/materials/schema";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { placeWords } from "../_components/place-words";
import { changeMaterialAction } from "../actions";

export const generateMetadata = titled("materials", "changeTitle");

export default async function MaterialPage({ params }: PageProps<"/materials/[materialId]">) {
  const actor = await requireActor();
  const { materialId } = await asked(materialKey, params);
  const material = await findMaterial(actor, materialId);
  if (!material) notFound();
  const { roleGroupCode, step, itemCode } = material;
  const [t, { words, place }] = [await getTranslations("materials"), await placeWords(roleGroupCode, step)];
  const trail = [
    { href: "/materials", label: t("title") },
    { href: stepHref({ roleGroupCode, step }), label: place },
    { label: t("changeTitle") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("changeTitle")} sub={itemCode === null ? place : `${place} ・ ${words.text(itemCode)}`} />
      <MaterialForm onceKey={newId()} before={material} action={changeMaterialAction}>
        <HiddenField name="materialId" value={materialId} />
      </MaterialForm>
    </>
  );
}
