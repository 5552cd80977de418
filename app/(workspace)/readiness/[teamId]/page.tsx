import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { MentorPools } from "@/components/readiness/mentor-pools";
import { StalledTable } from "@/components/readiness/stalled-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { formatDay } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { STALL_DAYS, summariseTeam } from "@/lib/readiness/queries";
import { teamParam } from "@/lib/readiness/schema";
import { groupNames } from "../_components/group-names";
import { NobodyEnrolled } from "../_components/nobody-enrolled";
import { TeamStanding } from "../_components/team-standing";

export const generateMetadata = titled("readiness", "title");

export default async function TeamReadinessPage({ params }: PageProps<"/readiness/[teamId]">) {
  const actor = await requireActor();
  const teamId = teamParam.safeParse((await params).teamId);
  const summary = teamId.success ? await summariseTeam(actor, teamId.data, now()) : null;
  if (!summary) notFound();
  const [t, locale, names] = await Promise.all([getTranslations("readiness"), getLocale(), groupNames()]);
  const { team, today, pools, stalled } = summary;
  const teamName = locale === "ja" ? team.nameJa : team.nameEn;
  const day = formatDay(today, locale, { weekday: true });
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/readiness", label: t("title") }, { label: teamName }]} />
      <PageHead title={t("title")} aside={teamName} sub={t("sub", { day, people: team.people })} />
      {team.people === 0 ? <NobodyEnrolled /> : <TeamStanding summary={summary} names={names} />}
      <div className="rd2">
        {team.people > 0 && <StalledTable rows={stalled} days={STALL_DAYS} names={names} />}
        <MentorPools pools={pools} names={names} />
      </div>
    </>
  );
}
