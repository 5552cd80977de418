import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { TeamHolders } from "@/components/people/team-holders";
import { TeamMembers } from "@/components/people/team-members";
import { teamName } from "@/components/people/team-options";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { formatDay } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { findTeam } from "@/lib/team/queries";
import { DoneToast } from "../../_components/done-toast";
import { TeamChanges } from "./_components/team-changes";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("teams"))("title") });

export default async function TeamPage({ params, searchParams }: PageProps<"/teams/[teamId]">) {
  const actor = await requireActor();
  const page = await findTeam(actor, (await params).teamId, now());
  if (!page) notFound();
  const [t, locale] = await Promise.all([getTranslations("teams"), getLocale()]);
  const { team, teams } = page;
  const { code, timeZone: zone, fiscalYearStartMonth: month, closedOn } = team;
  const above = team.ancestorIds.slice(1).flatMap((id) => teams.find((each) => each.id === id) ?? []);
  const trail = above.toReversed().map((each) => ({ href: `/teams/${each.id}`, label: teamName(each, locale) }));
  return (
    <>
      <Breadcrumb
        label={t("where")}
        trail={[{ href: "/teams", label: t("title") }, ...trail, { label: teamName(team, locale) }]}
      />
      <DoneToast done={(await searchParams).done} />
      <PageHead title={teamName(team, locale)} aside={code} sub={t("calendar", { zone, month })} />
      {closedOn !== null && <Message tone="wait" title={t("page.closed", { day: formatDay(closedOn, locale) })} />}
      <TeamMembers teamId={team.id} members={page.members} count={page.memberCount} />
      <TeamHolders holders={page.holders} teams={teams} />
      {canManagePeople(actor) && <TeamChanges page={page} />}
    </>
  );
}
