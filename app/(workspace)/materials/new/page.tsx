import { notFound } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { MaterialForm } from "@/components/materials/material-form";
import { findKept } from "@/lib/materials/queries";
import { BASIC, itemPlace } from "@/lib/materials/schema";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { MaterialHead } from "../_components/material-head";
import { addMaterialAction } from "../actions";

export const generateMetadata = titled("materials", "add");

export default async function NewMaterialPage({ searchParams }: PageProps<"/materials/new">) {
  const actor = await requireActor();
  const { group, step, item } = await asked(itemPlace, searchParams);
  const kept = await findKept(actor, group);
  if (!kept?.maySet) notFound();
  const t = await getTranslations("materials");
  return (
    <>
      <MaterialHead title={t("add")} of={{ roleGroupCode: group, step, itemCode: item }} />
      <MaterialForm onceKey={newId()} action={addMaterialAction}>
        <HiddenField name="group" value={group ?? BASIC} />
        <HiddenField name="step" value={String(step)} />
        <HiddenField name="item" value={item ?? ""} />
      </MaterialForm>
    </>
  );
}
