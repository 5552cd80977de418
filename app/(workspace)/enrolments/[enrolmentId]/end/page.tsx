import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DateField } from "@/components/form/date-field";
import { EndForm } from "@/components/manager/end-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findManagedEnrolment } from "@/lib/enrolment/queries";
import { enrolmentPath } from "@/lib/enrolment/schema";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { DEFAULT_ZONE, formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../../_components/asked";
import { endEnrolmentAction } from "../../actions";

export const generateMetadata = titled("enrolments", "endTitle");

export default async function EndEnrolmentPage({ params }: PageProps<"/enrolments/[enrolmentId]/end">) {
  const actor = await requireActor();
  const { enrolmentId } = await asked(enrolmentPath, params);
  const enrolment = await findManagedEnrolment(actor, enrolmentId);
  if (!enrolment?.mayEnd) notFound();
  const locale = await getLocale();
  const [t, words] = await Promise.all([getTranslations("enrolments"), curriculumWords(locale)]);
  const { roleGroupCode } = enrolment;
  const group = roleGroupCode ? words.roleGroup(roleGroupCode).name : t("basic");
  const today = todayIn(DEFAULT_ZONE, now());
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/enrolments", label: t("title") }, { label: t("endTitle") }]} />
      <PageHead title={t("endTitle")} />
      <p className="lead">{t("endLead", { name: formatName(enrolment, locale), group })}</p>
      <EndForm of="enrolments" action={endEnrolmentAction} ends={["enrolmentId", enrolmentId]}>
        <DateField name="endedOn" label={t("endedOn")} required max={today} defaultValue={today} />
      </EndForm>
    </>
  );
}
