import { notFound } from "next/navigation";
import { TeamHead } from "@/components/people/team-head";
import { TeamHolders } from "@/components/people/team-holders";
import { TeamMembers } from "@/components/people/team-members";
import { canManagePeople } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findTeam } from "@/lib/team/queries";
import { DoneToast } from "../../_components/done-toast";
import { ReadingsOf } from "../../reading/_components/readings-of";
import { TeamChanges } from "./_components/team-changes";

export const generateMetadata = titled("teams", "title");

export default async function TeamPage({ params, searchParams }: PageProps<"/teams/[teamId]">) {
  const actor = await requireActor();
  const page = await findTeam(actor, (await params).teamId, now());
  if (!page) notFound();
  const { team, teams, members, memberCount, holders } = page;
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <TeamHead team={team} teams={teams} />
      <TeamMembers teamId={team.id} members={members} count={memberCount} />
      <TeamHolders holders={holders} teams={teams} />
      <ReadingsOf actor={actor} about={{ teamId: team.id }} />
      {canManagePeople(actor) && <TeamChanges page={page} />}
    </>
  );
}
