import { notFound } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { MaterialForm } from "@/components/materials/material-form";
import { stepHref } from "@/components/materials/place-href";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findKept } from "@/lib/materials/queries";
import { BASIC, itemPlace } from "@/lib/materials/schema";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { placeWords } from "../_components/place-words";
import { addMaterialAction } from "../actions";

export const generateMetadata = titled("materials", "add");

export default async function NewMaterialPage({ searchParams }: PageProps<"/materials/new">) {
  const actor = await requireActor();
  const { group, step, item } = await asked(itemPlace, searchParams);
  const kept = await findKept(actor, group);
  if (!kept?.maySet) notFound();
  const [t, { words, place }] = [await getTranslations("materials"), await placeWords(group, step)];
  const trail = [
    { href: "/materials", label: t("title") },
    { href: stepHref({ roleGroupCode: group, step }), label: place },
    { label: t("add") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("add")} sub={item === null ? place : `${place} ・ ${words.text(item)}`} />
      <MaterialForm onceKey={newId()} action={addMaterialAction}>
        <HiddenField name="group" value={group ?? BASIC} />
        <HiddenField name="step" value={String(step)} />
        <HiddenField name="item" value={item ?? ""} />
      </MaterialForm>
    </>
  );
}
