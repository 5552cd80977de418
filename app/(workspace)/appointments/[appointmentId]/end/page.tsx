import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { scopeWords } from "@/components/manager/appointed-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findAppointed } from "@/lib/appointments/queries";
import { curriculumWords } from "@/lib/curriculum/queries";
import { uuid } from "@/lib/platform/fields";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations } from "@/lib/platform/words";
import { endAppointmentAction, endMentorshipAction } from "../../actions";

export default async function EndAppointmentPage({ params }: PageProps<"/appointments/[appointmentId]/end">) {
  const actor = await requireActor();
  const id = uuid().safeParse((await params).appointmentId);
  const row = id.success ? await findAppointed(actor, id.data) : null;
  if (!row?.mayEnd) notFound();
  const locale = await getLocale();
  const [t, words] = await Promise.all([getTranslations("appointments"), curriculumWords(locale)]);
  const named = { groupName: (code: Parameters<typeof words.roleGroup>[0]) => words.roleGroup(code).name, locale };
  const scope = scopeWords(row, { ...named, allGroups: t("allGroups"), organisation: t("organisation") });
  const isMentor = row.kind === "mentor";
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/appointments", label: t("title") }, { label: t("endTitle") }]} />
      <PageHead title={t("endTitle")} />
      <p className="lead">{t("endLead", { name: formatName(row, locale), kind: t(`kinds.${row.kind}`), scope })}</p>
      <Form action={isMentor ? endMentorshipAction : endAppointmentAction} className="narrow-page">
        <HiddenField name={isMentor ? "mentorshipId" : "appointmentId"} value={row.id} />
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
