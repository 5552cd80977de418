import { notFound } from "next/navigation";
import { ListActions } from "@/components/people/list-actions";
import { TeamTable } from "@/components/people/team-table";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTeamsHeldBy } from "@/lib/team/queries";

export const generateMetadata = titled("teams", "title");

export default async function TeamsPage() {
  const actor = await requireActor();
  const { teams, members } = await listTeamsHeldBy(actor, now());
  if (teams.length === 0) notFound();
  const t = await getTranslations("teams");
  const actions = canManagePeople(actor) && <ListActions of="teams" />;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub", { total: teams.length })} actions={actions} />
      <TeamTable teams={teams} members={members} />
      <p className="small mt-2">{t("list.people")}</p>
    </>
  );
}
