import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { scopeWords } from "@/components/manager/appointed-table";
import { EndForm } from "@/components/manager/end-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findAppointed } from "@/lib/appointments/queries";
import { appointmentPath } from "@/lib/appointments/schema";
import { curriculumWords } from "@/lib/curriculum/queries";
import { formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../../_components/asked";
import { endAppointmentAction, endMentorshipAction } from "../../actions";

export const generateMetadata = titled("appointments", "endTitle");

export default async function EndAppointmentPage({ params }: PageProps<"/appointments/[appointmentId]/end">) {
  const actor = await requireActor();
  const { appointmentId } = await asked(appointmentPath, params);
  const row = await findAppointed(actor, appointmentId);
  if (!row?.mayEnd) notFound();
  const locale = await getLocale();
  const [t, words] = await Promise.all([getTranslations("appointments"), curriculumWords(locale)]);
  const named = { groupName: (code: Parameters<typeof words.roleGroup>[0]) => words.roleGroup(code).name, locale };
  const scope = scopeWords(row, { ...named, allGroups: t("allGroups"), organisation: t("organisation") });
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/appointments", label: t("title") }, { label: t("endTitle") }]} />
      <PageHead title={t("endTitle")} />
      <p className="lead">{t("endLead", { name: formatName(row, locale), kind: t(`kinds.${row.kind}`), scope })}</p>
      {row.kind === "mentor" ? (
        <EndForm of="appointments" action={endMentorshipAction} ends={["mentorshipId", row.id]} />
      ) : (
        <EndForm of="appointments" action={endAppointmentAction} ends={["appointmentId", row.id]} />
      )}
    </>
  );
}
