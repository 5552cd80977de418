import { notFound } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { stepHref } from "@/components/local-curriculum/hrefs";
import { ReachField } from "@/components/local-curriculum/reach-field";
import { ReasonForm } from "@/components/local-curriculum/reason-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { latestEdition } from "@/lib/curriculum/queries";
import { itemsOf } from "@/lib/domain/edition-items";
import { itemKey } from "@/lib/local-curriculum/schema";
import { formatFacts } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { findPlace } from "../_components/find-place";
import { exemptItemAction } from "../actions";

export const generateMetadata = titled("localCurriculum", "exemptTitle");

export default async function ExemptPage({ searchParams }: PageProps<"/local-curriculum/exempt">) {
  const actor = await requireActor();
  const { item: code } = await asked(itemKey, searchParams);
  const item = itemsOf((await latestEdition()).structure).find((each) => each.code === code);
  if (!item) notFound();
  const { reaches, words, place } = await findPlace(actor, item);
  const t = await getTranslations("localCurriculum");
  const trail = [
    { href: "/local-curriculum", label: t("title") },
    { href: stepHref(item), label: place },
    { label: t("exemptTitle") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("exemptTitle")} sub={formatFacts([place, t(`sections.${item.section}`)], words.locale)} />
      <Note>{words.text(code)}</Note>
      <p className="lead">{t("exemptLead")}</p>
      <ReasonForm action={exemptItemAction} onceKey={newId()} of="exempt">
        <HiddenField name="item" value={code} />
        <ReachField reaches={reaches} />
      </ReasonForm>
    </>
  );
}
