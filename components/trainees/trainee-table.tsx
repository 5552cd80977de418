import { useLocale } from "next-intl";
import { placeName } from "@/components/reviews/place-name";
import { Badge } from "@/components/ui/badge";
import { type LedgerColumn, LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatDay, formatName, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { TraineeRow, TraineeStep } from "@/lib/trainees/schema";

type Props = { rows: readonly TraineeRow[]; words: CurriculumWords };

/** As long without a record is said in amber: somebody may want to ask. */
const SILENT_DAYS = 60;

/** People by reading, with the open STEP of each enrolment, what waits and since when nothing was logged. */
export function TraineeTable({ rows, words }: Props) {
  const t = useTranslations("trainees");
  const locale = useLocale();
  const columns: LedgerColumn<TraineeRow>[] = [
    { id: "person", head: t("person"), isRowHead: true, cell: (row) => <Person row={row} /> },
    { id: "steps", head: t("steps"), cell: (row) => <Steps row={row} words={words} /> },
    {
      id: "waiting",
      head: t("waiting"),
      isNumber: true,
      cell: ({ waiting }) =>
        waiting === 0 ? t("none") : <Badge state="waiting">{t("waitingCount", { count: waiting })}</Badge>,
    },
    {
      id: "lastVerified",
      head: t("lastVerified"),
      isNumber: true,
      cell: ({ lastVerifiedOn }) => dayOr(lastVerifiedOn, t("never"), locale),
    },
    { id: "lastLogged", head: t("lastLogged"), isNumber: true, cell: (row) => <LastLogged row={row} /> },
  ];
  return <LedgerTable ruled caption={t("caption")} columns={columns} rows={rows} rowKey={({ personId }) => personId} />;
}

const dayOr = (day: string | null, otherwise: string, locale: Locale) =>
  day === null ? otherwise : formatDay(day, locale);

function Person({ row }: { row: TraineeRow }) {
  const locale = useLocale();
  return (
    <>
      <Link href={`/trainees/${row.personId}`}>{formatName(row, locale)}</Link>
      <span className="small sub block font-normal">{locale === "ja" ? row.teamJa : row.teamEn}</span>
    </>
  );
}

function Steps({ row: { personId, steps }, words }: { row: TraineeRow; words: CurriculumWords }) {
  return (
    <ul className="trainee-steps">
      {steps.map((step) => (
        <li key={step.enrolmentId}>
          <Step step={step} personId={personId} words={words} />
        </li>
      ))}
    </ul>
  );
}

function Step({ step, personId, words }: { step: TraineeStep; personId: string; words: CurriculumWords }) {
  const t = useTranslations("trainees");
  const r = useTranslations("reviews");
  const { enrolmentId, roleGroupCode, openStep, met, all, hasRequest } = step;
  if (openStep === null) {
    const name = roleGroupCode === null ? r("basicEducation") : words.roleGroup(roleGroupCode).shortName;
    return (
      <>
        {name} <Badge state="done">{t("allDone")}</Badge>
      </>
    );
  }
  return (
    <>
      <Link href={`/trainees/${personId}/${enrolmentId}/${openStep}`}>
        {placeName(r, words, { roleGroupCode, step: openStep })}
      </Link>{" "}
      <span className="n">{t("met", { met, all })}</span>
      {hasRequest && <Badge state="waiting">{t("requested")}</Badge>}
    </>
  );
}

function LastLogged({ row: { lastLoggedOn, silentDays } }: { row: TraineeRow }) {
  const t = useTranslations("trainees");
  const locale = useLocale();
  if (lastLoggedOn === null) return t("never");
  if (silentDays === 0) return t("today");
  const words = t("silent", { day: formatDay(lastLoggedOn, locale), days: silentDays });
  return silentDays >= SILENT_DAYS ? <Badge state="caution">{words}</Badge> : words;
}
