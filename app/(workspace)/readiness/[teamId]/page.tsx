import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Answer } from "@/components/readiness/answer";
import { FallingTable } from "@/components/readiness/falling-table";
import { MentorPools } from "@/components/readiness/mentor-pools";
import { ProficiencyMap } from "@/components/readiness/proficiency-map";
import { StalledTable } from "@/components/readiness/stalled-table";
import { WeakestLink } from "@/components/readiness/weakest-link";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { formatDay } from "@/lib/platform/format";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { STALL_DAYS, summariseTeam } from "@/lib/readiness/queries";
import { teamParam } from "@/lib/readiness/schema";
import { groupNames } from "../_components/group-names";

export const generateMetadata = titled("readiness", "title");

export default async function TeamReadinessPage({ params }: PageProps<"/readiness/[teamId]">) {
  const actor = await requireActor();
  const teamId = teamParam.safeParse((await params).teamId);
  const summary = teamId.success ? await summariseTeam(actor, teamId.data, now()) : null;
  if (!summary) notFound();
  const [t, locale, names] = await Promise.all([getTranslations("readiness"), getLocale(), groupNames()]);
  const { team, today, readiness, pools, stalled, falling } = summary;
  const independent = new Map(pools.map(({ roleGroupCode, independent: who }) => [roleGroupCode, who]));
  const base = `/readiness/${team.id}/people`;
  const teamName = locale === "ja" ? team.nameJa : team.nameEn;
  const day = formatDay(today, locale, { weekday: true });
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/readiness", label: t("title") }, { label: teamName }]} />
      <PageHead title={t("title")} aside={teamName} sub={t("sub", { day, people: team.people })} />
      {team.people === 0 && (
        <EmptyState title={t("empty")} action={<LinkButton href="/enrolments">{t("emptyAct")}</LinkButton>}>
          {t("emptyText")}
        </EmptyState>
      )}
      <Answer readiness={readiness} names={names} independent={independent} />
      <div className="rd">
        <ProficiencyMap readiness={readiness} names={names} base={base} />
        <WeakestLink readiness={readiness} names={names} independent={independent} base={base} />
      </div>
      {falling && <FallingTable falling={falling} names={names} />}
      <div className="rd2">
        <StalledTable rows={stalled} days={STALL_DAYS} names={names} />
        <MentorPools pools={pools} names={names} />
      </div>
    </>
  );
}
