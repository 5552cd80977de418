import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findManagedEnrolment } from "@/lib/enrolment/queries";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { uuid } from "@/lib/platform/fields";
import { DEFAULT_ZONE, formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations } from "@/lib/platform/words";
import { endEnrolmentAction } from "../../actions";

export default async function EndEnrolmentPage({ params }: PageProps<"/enrolments/[enrolmentId]/end">) {
  const actor = await requireActor();
  const id = uuid().safeParse((await params).enrolmentId);
  const enrolment = id.success ? await findManagedEnrolment(actor, id.data) : null;
  if (!enrolment?.mayEnd) notFound();
  const locale = await getLocale();
  const [t, words] = await Promise.all([getTranslations("enrolments"), curriculumWords(locale)]);
  const { roleGroupCode, enrolmentId } = enrolment;
  const group = roleGroupCode ? words.roleGroup(roleGroupCode).name : t("basic");
  const today = todayIn(DEFAULT_ZONE, now());
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/enrolments", label: t("title") }, { label: t("endTitle") }]} />
      <PageHead title={t("endTitle")} />
      <p className="lead">{t("endLead", { name: formatName(enrolment, locale), group })}</p>
      <Form action={endEnrolmentAction} className="narrow-page">
        <HiddenField name="enrolmentId" value={enrolmentId} />
        <DateField name="endedOn" label={t("endedOn")} required max={today} defaultValue={today} />
        <TextArea name="reason" label={t("reason")} required max={2000} rows={3} />
        <div className="form-foot">
          <SubmitButton look="refuse" pending={t("ending")}>
            {t("endSave")}
          </SubmitButton>
        </div>
      </Form>
    </>
  );
}
