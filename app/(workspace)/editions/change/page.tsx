import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ChangeList } from "@/components/edition/change-list";
import { MoveForm } from "@/components/edition/move-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { SectionHeading } from "@/components/ui/section-heading";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findEditionChange } from "@/lib/edition/queries";
import { editionPair } from "@/lib/edition/schema";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { asked } from "../../_components/asked";
import { moveEnrolmentsAction } from "../actions";

export const generateMetadata = titled("editions", "changeTitle");

export default async function EditionChangePage({ searchParams }: PageProps<"/editions/change">) {
  const actor = await requireActor();
  const pair = await asked(editionPair, searchParams);
  const change = await findEditionChange(actor, pair);
  if (!change || change.rows.length === 0) notFound();
  const [t, words, policy] = await Promise.all([
    getTranslations("editions"),
    curriculumWords(await getLocale()),
    findPolicyValuesNow(now()),
  ]);
  const { changes, rows, digest } = change;
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/editions", label: t("title") }, { label: t("changeTitle") }]} />
      <PageHead title={t("changeTitle")} sub={t("changeSub", { count: changes.length })} />
      <ChangeList changes={changes} words={words} policy={policy} />
      <section className="sec">
        <SectionHeading note={t("shown", { count: rows.length })}>{t("who")}</SectionHeading>
        <p className="hint">{t("rule")}</p>
        <MoveForm
          pair={pair}
          rows={rows}
          digest={digest}
          words={words}
          onceKey={newId()}
          action={moveEnrolmentsAction}
        />
      </section>
    </>
  );
}
