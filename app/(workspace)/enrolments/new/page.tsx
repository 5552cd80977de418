import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { EnrolForm } from "@/components/manager/enrol-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { BASIC_EDUCATION } from "@/lib/enrolment/schema";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { teamsHeldBy } from "@/lib/team/queries";
import { ChoosePerson } from "../../_components/choose-person";
import { findChosen } from "../../_components/find-chosen";
import { enrolAction } from "../actions";

export const generateMetadata = titled("enrolments", "add");

export default async function NewEnrolmentPage({ searchParams }: PageProps<"/enrolments/new">) {
  const actor = await requireActor();
  if (!actor.isAdmin && actor.managedTeamIds.length === 0) notFound();
  const asked = await searchParams;
  const [t, words] = await Promise.all([getTranslations("enrolments"), curriculumWords(await getLocale())]);
  const chosen = await findChosen(actor, asked.person);
  const groups = ROLE_GROUP_CODES.map((code) => ({ value: code, label: words.roleGroup(code).name }));
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/enrolments", label: t("title") }, { label: t("add") }]} />
      <PageHead title={t(chosen ? "add" : "choosePerson")} />
      {chosen ? (
        <EnrolForm
          person={chosen}
          teams={teamsHeldBy(actor, chosen.teams).filter(({ closedOn }) => closedOn === null)}
          groups={[{ value: BASIC_EDUCATION, label: t("basic") }, ...groups]}
          today={chosen.today}
          onceKey={newId()}
          action={enrolAction}
        />
      ) : (
        <ChoosePerson actor={actor} q={asked.q} base="/enrolments/new" namespace="enrolments" />
      )}
    </>
  );
}
