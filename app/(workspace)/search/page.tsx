import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SearchField } from "@/components/curriculum/search-field";
import { SearchResults } from "@/components/curriculum/search-results";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords, searchCurriculum } from "@/lib/curriculum/queries";
import { searchQuery } from "@/lib/curriculum/schema";
import { type Actor, canManagePeople } from "@/lib/domain/access";
import { requireActor } from "@/lib/platform/session";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("search"))("title") });

/** Those who have the list of people: it searches names, readings, addresses and numbers. */
const canSearchPeople = (actor: Actor) => canManagePeople(actor) || actor.managedTeamIds.length > 0;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q } = searchQuery.parse(await searchParams);
  const locale = await getLocale();
  const [t, words, groups] = await Promise.all([
    getTranslations("search"),
    curriculumWords(locale),
    searchCurriculum(q, locale),
  ]);
  return (
    <>
      <PageHead title={t("title")} />
      <SearchField query={q} />
      {q === "" ? (
        <EmptyState title={t("emptyTitle")} level={2}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <SearchResults query={q} groups={groups} words={words} />
      )}
      {q !== "" && canSearchPeople(actor) && (
        <p className="elsewhere">
          <Link href={`/people?q=${encodeURIComponent(q)}`}>{t("people", { query: q })}</Link>
        </p>
      )}
    </>
  );
}
