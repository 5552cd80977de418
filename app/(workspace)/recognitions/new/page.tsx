import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { RecognitionForm } from "@/components/manager/recognition-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findManagedEnrolment } from "@/lib/enrolment/queries";
import { now } from "@/lib/platform/clock";
import { todayIn } from "@/lib/platform/days";
import { uuid } from "@/lib/platform/fields";
import { DEFAULT_ZONE, formatName } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { recogniseAction } from "../actions";

export const generateMetadata = titled("recognition", "add");

export default async function NewRecognitionPage({ searchParams }: PageProps<"/recognitions/new">) {
  const actor = await requireActor();
  const id = uuid().safeParse((await searchParams).enrolment);
  const enrolment = id.success ? await findManagedEnrolment(actor, id.data) : null;
  if (!enrolment?.mayRecognise) notFound();
  const locale = await getLocale();
  const [t, words] = await Promise.all([getTranslations("recognition"), curriculumWords(locale)]);
  const { roleGroupCode, enrolmentId, openStep } = enrolment;
  const title = t("newTitle", { name: formatName(enrolment, locale) });
  const group = roleGroupCode ? words.roleGroup(roleGroupCode).name : t("basic");
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/recognitions", label: t("title") }, { label: title }]} />
      <PageHead title={title} sub={t("newSub", { group })} />
      {openStep === null ? (
        <EmptyState title={t("nothingLeft")}>{t("nothingLeftText")}</EmptyState>
      ) : (
        <RecognitionForm
          enrolmentId={enrolmentId}
          openStep={openStep}
          isBasic={roleGroupCode === null}
          today={todayIn(DEFAULT_ZONE, now())}
          action={recogniseAction}
        />
      )}
    </>
  );
}
