import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleFilter } from "@/components/people/people-filter";
import { PeoplePages } from "@/components/people/people-pages";
import { PeopleTable } from "@/components/people/people-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { listPeople } from "@/lib/people/queries";
import { peopleFilter } from "@/lib/people/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("people"))("title") });

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const actor = await requireActor();
  if (!canManagePeople(actor) && actor.managedTeamIds.length === 0) notFound();
  const asked = await searchParams;
  const filter = peopleFilter.parse(asked);
  const { people, total, teams, today } = await listPeople(actor, filter, now());
  const t = await getTranslations("people");
  const actions = canManagePeople(actor) && (
    <>
      <LinkButton href="/people/import">{t("import")}</LinkButton>
      <LinkButton href="/people/new" look="primary">
        {t("add")}
      </LinkButton>
    </>
  );
  return (
    <>
      <DoneToast done={asked.done} />
      <PageHead title={t("title")} sub={t("sub", { total })} actions={actions} />
      <PeopleFilter filter={filter} teams={teams} />
      {people.length === 0 ? (
        <EmptyState
          level={2}
          title={t("list.empty")}
          action={<LinkButton href="/people">{t("list.clear")}</LinkButton>}
        >
          {t("list.emptyWhy")}
        </EmptyState>
      ) : (
        <PeopleTable people={people} today={today} />
      )}
      <PeoplePages filter={filter} total={total} shown={people.length} />
    </>
  );
}
