import { notFound } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { MaterialForm } from "@/components/materials/material-form";
import { findMaterial } from "@/lib/materials/queries";
import { materialKey } from "@/lib/materials/schema";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { MaterialHead } from "../_components/material-head";
import { changeMaterialAction } from "../actions";

export const generateMetadata = titled("materials", "changeTitle");

export default async function MaterialPage({ params }: PageProps<"/materials/[materialId]">) {
  const actor = await requireActor();
  const { materialId } = await asked(materialKey, params);
  const material = await findMaterial(actor, materialId);
  if (!material) notFound();
  const t = await getTranslations("materials");
  return (
    <>
      <MaterialHead title={t("changeTitle")} of={material} />
      <MaterialForm onceKey={newId()} before={material} action={changeMaterialAction}>
        <HiddenField name="materialId" value={materialId} />
      </MaterialForm>
    </>
  );
}
