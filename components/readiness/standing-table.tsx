import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { formatDay, formatName } from "@/lib/platform/format";
import { type ReadinessWords, readinessWords } from "./readiness-words";

export type StandingRow = {
  enrolmentId: string;
  personId: string;
  name: string;
  latinName: string;
  teamNameJa: string;
  teamNameEn: string;
  openStep: number | null;
  lastVerifiedOn: string | null;
  /** Criteria of the open STEP, or topics of an education; 0 of 0 where none is open. */
  met: number;
  all: number;
};

/** The names behind one number of the heat map. */
export async function StandingTable({ people, isBasic }: { people: readonly StandingRow[]; isBasic: boolean }) {
  const words = await readinessWords();
  const { t, locale } = words;
  return (
    <LedgerTable
      caption={t("listCaption")}
      ruled
      rows={people}
      rowKey={({ enrolmentId }) => enrolmentId}
      columns={[
        {
          id: "person",
          head: t("person"),
          isRowHead: true,
          cell: (row) => <Link href={`/trainees/${row.personId}`}>{formatName(row, locale)}</Link>,
        },
        { id: "team", head: t("team"), cell: (row) => (locale === "ja" ? row.teamNameJa : row.teamNameEn) },
        { id: "open", head: t("openStep"), cell: (row) => openWords(row, isBasic, words) },
        {
          id: "met",
          head: t("met"),
          cell: ({ met, all }) => (all === 0 ? "–" : t("tally", { met, all })),
        },
        {
          id: "last",
          head: t("lastVerified"),
          cell: ({ lastVerifiedOn }) => (lastVerifiedOn ? formatDay(lastVerifiedOn, locale) : t("never")),
        },
      ]}
    />
  );
}

function openWords({ openStep }: StandingRow, isBasic: boolean, { t }: ReadinessWords) {
  if (isBasic) return openStep === null ? t("education.completed") : t("education.open");
  if (openStep === null) return t("allDone");
  return openStep === 0 ? t("education.common") : `STEP${openStep}`;
}
