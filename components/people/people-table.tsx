import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { Affiliation } from "@/lib/domain/person";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { PersonState } from "./person-state";
import { teamName } from "./team-options";

type Person = {
  readonly id: string;
  readonly name: string;
  readonly latinName: string;
  readonly email: string;
  readonly employeeNumber: string | null;
  readonly affiliation: Affiliation;
  readonly endsOn: string | null;
  readonly deactivated: boolean;
  readonly joined: boolean;
  readonly mainTeam: { readonly nameJa: string; readonly nameEn: string } | null;
};

export function PeopleTable({ people, today }: { people: readonly Person[]; today: string }) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("list.caption")}
      ruled
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "name",
          head: t("list.name"),
          isRowHead: true,
          cell: (person) => (
            <Link href={`/people/${person.id}`} data-row>
              {formatName(person, locale)}
            </Link>
          ),
        },
        {
          id: "team",
          head: t("list.team"),
          cell: ({ mainTeam }) => (mainTeam ? teamName(mainTeam, locale) : t("none")),
        },
        { id: "number", head: t("list.number"), cell: ({ employeeNumber }) => employeeNumber ?? t("none") },
        { id: "email", head: t("list.email"), className: "break-all", cell: ({ email }) => email },
        {
          id: "affiliation",
          head: t("list.affiliation"),
          cell: ({ affiliation }) => t(`affiliations.${affiliation}`),
        },
        { id: "state", head: t("list.state"), cell: (person) => <PersonState {...person} today={today} /> },
      ]}
    />
  );
}
