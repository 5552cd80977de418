import { notFound, redirect } from "next/navigation";
import { Answer } from "@/components/readiness/answer";
import { ProficiencyMap } from "@/components/readiness/proficiency-map";
import { TeamTable } from "@/components/readiness/team-table";
import { PageHead } from "@/components/ui/page-head";
import { PAGE_SIZE, Pagination } from "@/components/ui/pagination";
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
  const from = (page - 1) * PAGE_SIZE;
  const to = from + teams.length;
  return (
    <>
      <PageHead title={t("title")} sub={t("organisation")} />
      <Answer readiness={readiness} names={names} />
      <ProficiencyMap readiness={readiness} names={names} />
      <TeamTable teams={teams} names={names} />
      <Pagination
        label={t("pages")}
        range={t("range", { total, from: from + 1, to })}
        {...(page > 1 && { previous: { href: `/readiness?page=${page - 1}`, label: t("previous") } })}
        {...(to < total && { next: { href: `/readiness?page=${page + 1}`, label: t("nextPage") } })}
      />
    </>
  );
}
