import { getLocale } from "next-intl/server";
import { SearchField } from "@/components/curriculum/search-field";
import { SearchResults } from "@/components/curriculum/search-results";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords, searchCurriculum } from "@/lib/curriculum/queries";
import { searchQuery } from "@/lib/curriculum/schema";
import { type Actor, canManagePeople } from "@/lib/domain/access";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";

export const generateMetadata = titled("search", "title");

/** The other lists that search by the same words, for who has them. */
const ELSEWHERE = [
  { key: "records", path: "/my-training/records", isFor: (actor: Actor) => actor.isTrainee },
  { key: "trainees", path: "/trainees", isFor: (actor: Actor) => actor.mentorships.length > 0 },
  {
    key: "people",
    path: "/people",
    isFor: (actor: Actor) => canManagePeople(actor) || actor.managedTeamIds.length > 0,
  },
] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q } = searchQuery.parse(await searchParams);
  const locale = await getLocale();
  const [t, words, groups] = await Promise.all([
    getTranslations("search"),
    curriculumWords(locale),
    searchCurriculum(actor, q, locale),
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
      {q !== "" &&
        ELSEWHERE.filter(({ isFor }) => isFor(actor)).map(({ key, path }) => (
          <p key={key} className="elsewhere">
            <Link href={`${path}?q=${encodeURIComponent(q)}`}>{t(key, { query: q })}</Link>
          </p>
        ))}
    </>
  );
}
