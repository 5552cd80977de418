import { HiddenField } from "@/components/form/hidden-field";
import { AdditionForm } from "@/components/local-curriculum/addition-form";
import { stepHref } from "@/components/local-curriculum/hrefs";
import { ReachField } from "@/components/local-curriculum/reach-field";
import { RuleChoice } from "@/components/local-curriculum/rule-choice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { BASIC, sectionPlace } from "@/lib/local-curriculum/schema";
import { formatFacts } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { listsIn, tracksIn } from "../_components/choices";
import { findPlace } from "../_components/find-place";
import { addLocalItemAction } from "../actions";

export const generateMetadata = titled("localCurriculum", "addTitle");

export default async function AddPage({ searchParams }: PageProps<"/local-curriculum/add">) {
  const actor = await requireActor();
  const { group, step, section } = await asked(sectionPlace, searchParams);
  const at = { roleGroupCode: group, step };
  const { reaches, words, place } = await findPlace(actor, at);
  const t = await getTranslations("localCurriculum");
  const trail = [
    { href: "/local-curriculum", label: t("title") },
    { href: stepHref(at), label: place },
    { label: t("addTitle") },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("addTitle")} sub={formatFacts([place, t(`sections.${section}`)], words.locale)} />
      <AdditionForm
        section={section}
        tracks={tracksIn(words, group)}
        onceKey={newId()}
        action={addLocalItemAction}
        {...(section === "criterion" && { rule: <RuleChoice lists={listsIn(words)} /> })}
      >
        <HiddenField name="group" value={group ?? BASIC} />
        <HiddenField name="step" value={String(step)} />
        <HiddenField name="section" value={section} />
        <ReachField reaches={reaches} />
      </AdditionForm>
    </>
  );
}
