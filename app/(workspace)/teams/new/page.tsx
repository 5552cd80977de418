import { notFound } from "next/navigation";
import { NewTeamForm } from "@/components/people/new-team-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTeams } from "@/lib/team/queries";
import { addTeamAction } from "../actions";

export const generateMetadata = titled("teams.new", "title");

export default async function NewTeamPage() {
  if (!canManagePeople(await requireActor())) notFound();
  const [teams, t] = await Promise.all([listTeams(), getTranslations("teams")]);
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/teams", label: t("title") }, { label: t("new.title") }]} />
      <PageHead title={t("new.title")} />
      <NewTeamForm action={addTeamAction} onceKey={newId()} teams={teams} />
    </>
  );
}
