import { notFound } from "next/navigation";
import { KeptItems } from "@/components/materials/kept-items";
import { KeptList } from "@/components/materials/kept-list";
import { addHref } from "@/components/materials/place-href";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { SectionHeading } from "@/components/ui/section-heading";
import { findKept } from "@/lib/materials/queries";
import { stepPlace } from "@/lib/materials/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { DoneToast } from "../../_components/done-toast";
import { nodesOf } from "../_components/nodes-of";
import { placeWords } from "../_components/place-words";
import { moveMaterialAction, removeMaterialAction } from "../actions";

export const generateMetadata = titled("materials", "title");

export default async function StepMaterialsPage({ searchParams }: PageProps<"/materials/step">) {
  const actor = await requireActor();
  const { group, step } = await asked(stepPlace, searchParams);
  const kept = await findKept(actor, group);
  if (!kept) notFound();
  const [t, { words, place }] = [await getTranslations("materials"), await placeWords(group, step)];
  const { materials, maySet } = kept;
  const at = { roleGroupCode: group, step };
  const acts = maySet ? { move: moveMaterialAction, remove: removeMaterialAction } : null;
  const ofStep = materials.ofStep(step);
  const add = maySet && <LinkButton href={addHref(at)}>{t("add")}</LinkButton>;
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/materials", label: t("title") }, { label: place }]} />
      <PageHead title={place} sub={t("stepSub")} />
      <section className="sec">
        <SectionHeading end={add}>{t("ofStep")}</SectionHeading>
        {ofStep.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
        <KeptList items={ofStep} acts={acts} />
      </section>
      <section className="sec">
        <SectionHeading>{t(step === 0 ? "ofTopics" : "ofTasks")}</SectionHeading>
        <div className="tree">
          <KeptItems nodes={await nodesOf(group, step)} words={words} materials={materials} place={at} acts={acts} />
        </div>
      </section>
      <DoneToast done={(await searchParams).done} />
    </>
  );
}
