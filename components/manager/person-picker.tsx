import { EmptyState } from "@/components/ui/empty-state";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { formatName, type Locale } from "@/lib/platform/format";
import { SearchLine } from "./search-line";

type Choice = {
  id: string;
  name: string;
  latinName: string;
  mainTeam: { nameJa: string; nameEn: string } | null;
};
type Props = {
  people: readonly Choice[];
  q: string | null;
  locale: Locale;
  /** Fields of the address that stay. */
  kept?: Readonly<Record<string, string>>;
  hrefOf: (personId: string) => string;
  words: {
    search: string;
    find: string;
    caption: string;
    person: string;
    team: string;
    choose: string;
    none: string;
    noneText: string;
    more?: string;
  };
};

/** Finds a person by name, reading or number; works as plain links and a plain form. */
export function PersonPicker({ people, q, locale, kept = {}, hrefOf, words }: Props) {
  return (
    <>
      <SearchLine label={words.search} find={words.find} q={q} kept={kept} />
      {people.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <LedgerTable
          caption={words.caption}
          ruled
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            { id: "person", head: words.person, isRowHead: true, cell: (person) => formatName(person, locale) },
            {
              id: "team",
              head: words.team,
              cell: ({ mainTeam }) => (mainTeam ? (locale === "ja" ? mainTeam.nameJa : mainTeam.nameEn) : "–"),
            },
            {
              id: "choose",
              head: <span className="vh">{words.choose}</span>,
              cell: (person) => (
                <Link href={hrefOf(person.id)} aria-label={`${words.choose} ${formatName(person, locale)}`}>
                  {words.choose}
                </Link>
              ),
            },
          ]}
        />
      )}
      {words.more && <p className="small sub">{words.more}</p>}
    </>
  );
}
