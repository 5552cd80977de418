import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { AppointForms } from "@/components/manager/appoint-forms";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { listIndependentIn } from "@/lib/mentoring/queries";
import { poolAsked } from "@/lib/mentoring/schema";
import { formatName } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { teamsHeldBy } from "@/lib/team/queries";
import { ChoosePerson } from "../../_components/choose-person";
import { findChosen } from "../../_components/find-chosen";
import { appointMentorAction, appointSignerAction } from "../actions";

export const generateMetadata = titled("appointments", "add");

export default async function NewAppointmentPage({ searchParams }: PageProps<"/appointments/new">) {
  const actor = await requireActor();
  if (actor.managedTeamIds.length === 0) notFound();
  const { person, q, ...search } = await searchParams;
  const locale = await getLocale();
  const [t, words, chosen] = await Promise.all([
    getTranslations("appointments"),
    curriculumWords(locale),
    findChosen(actor, person),
  ]);
  const independentIn = chosen ? await listIndependentIn(actor, chosen.personId) : [];
  const groups = ROLE_GROUP_CODES.map((code) => ({
    value: code,
    label: words.roleGroup(code).name,
    isIndependent: independentIn.includes(code),
  }));
  const asked = poolAsked.parse(search);
  const managed = { ...actor, isAdmin: false };
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/appointments", label: t("title") }, { label: t("add") }]} />
      <PageHead title={chosen ? t("newTitle", { name: formatName(chosen.profile, locale) }) : t("choosePerson")} />
      {chosen ? (
        <AppointForms
          personId={chosen.personId}
          teams={teamsHeldBy(managed, chosen.teams).filter(({ closedOn }) => closedOn === null)}
          groups={groups}
          asked={asked}
          today={chosen.today}
          onceKeys={[newId(), newId()]}
          actions={{ mentor: appointMentorAction, signer: appointSignerAction }}
        />
      ) : (
        <ChoosePerson actor={actor} q={q} base="/appointments/new" namespace="appointments" />
      )}
    </>
  );
}
