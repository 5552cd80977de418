import { notFound, redirect } from "next/navigation";
import { ListPages } from "@/components/layout/list-pages";
import { Answer } from "@/components/readiness/answer";
import { ProficiencyMap } from "@/components/readiness/proficiency-map";
import { TeamTable } from "@/components/readiness/team-table";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { summariseOrganisation } from "@/lib/readiness/queries";
import { pageParam } from "@/lib/readiness/schema";
import { groupNames } from "./_components/group-names";

export const generateMetadata = titled("readiness", "title");

export default async function ReadinessPage({ searchParams }: PageProps<"/readiness">) {
  const actor = await requireActor();
  const page = pageParam.parse((await searchParams).page);
  const summary = await summariseOrganisation(actor, { page, now: now() });
  if (!summary) notFound();
  const { readiness, teams, total } = summary;
  if (total === 1 && teams[0]) redirect(`/readiness/${teams[0].id}`);
  const [t, names] = await Promise.all([getTranslations("readiness"), groupNames()]);
  return (
    <>
      <PageHead title={t("title")} sub={t("organisation")} />
      <Answer readiness={readiness} names={names} />
      <ProficiencyMap readiness={readiness} names={names} />
      <TeamTable teams={teams} names={names} />
      <ListPages page={page} shown={teams.length} total={total} hrefOf={(to) => `/readiness?page=${to}`} />
    </>
  );
}
