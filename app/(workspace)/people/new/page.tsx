import { notFound } from "next/navigation";
import { NewPersonForm } from "@/components/people/new-person-form";
import { PersonTrail } from "@/components/people/person-trail";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTeams } from "@/lib/team/queries";
import { addPersonAction } from "../actions";

export const generateMetadata = titled("people.new", "title");

export default async function NewPersonPage() {
  if (!canManagePeople(await requireActor())) notFound();
  const [teams, t] = await Promise.all([listTeams(), getTranslations("people.new")]);
  return (
    <>
      <PersonTrail last={t("title")} />
      <PageHead title={t("title")} sub={t("lead")} />
      <NewPersonForm action={addPersonAction} onceKey={newId()} teams={teams} />
    </>
  );
}
