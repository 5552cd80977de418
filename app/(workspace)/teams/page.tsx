import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TeamTable } from "@/components/people/team-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { countMembers, listTeams, organisationDay, teamsHeldBy } from "@/lib/team/queries";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("teams"))("title") });

export default async function TeamsPage({ searchParams }: PageProps<"/teams">) {
  const actor = await requireActor();
  const all = await listTeams();
  const teams = teamsHeldBy(actor, all);
  if (teams.length === 0) notFound();
  const members = await countMembers(organisationDay(all, now()));
  const t = await getTranslations("teams");
  const actions = canManagePeople(actor) && (
    <>
      <LinkButton href="/people/import">{t("import")}</LinkButton>
      <LinkButton href="/teams/new" look="primary">
        {t("add")}
      </LinkButton>
    </>
  );
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <PageHead title={t("title")} sub={t("sub", { total: teams.length })} actions={actions} />
      <TeamTable teams={teams} members={members} />
      <p className="small mt-2">{t("list.people")}</p>
    </>
  );
}
