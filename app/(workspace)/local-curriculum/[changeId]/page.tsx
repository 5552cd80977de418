import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { ChangeTable } from "@/components/local-curriculum/change-table";
import { ReasonForm } from "@/components/local-curriculum/reason-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findLocalChange } from "@/lib/local-curriculum/queries";
import { changeKey } from "@/lib/local-curriculum/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { withdrawLocalChangeAction } from "../actions";

export const generateMetadata = titled("localCurriculum", "withdrawTitle");

export default async function WithdrawPage({ params }: PageProps<"/local-curriculum/[changeId]">) {
  const actor = await requireActor();
  const { changeId } = await asked(changeKey, params);
  const change = await findLocalChange(actor, changeId);
  if (!change) notFound();
  const [t, words] = await Promise.all([getTranslations("localCurriculum"), curriculumWords(await getLocale())]);
  const title = t("withdrawTitle");
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/local-curriculum", label: t("title") }, { label: title }]} />
      <PageHead title={title} />
      <ChangeTable rows={[{ ...change, mayWithdraw: false }]} words={words} />
      <p className="lead">{t(change.isAddition ? "withdrawAddedLead" : "withdrawExemptedLead")}</p>
      <ReasonForm action={withdrawLocalChangeAction} of="withdraw">
        <HiddenField name="changeId" value={changeId} />
      </ReasonForm>
    </>
  );
}
