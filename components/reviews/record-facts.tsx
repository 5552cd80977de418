import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { readingListsOf } from "@/lib/domain/record-needs";
import { formatDay, formatMonth, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RecordView } from "@/lib/reviewed-record/schema";

type Props = { record: RecordView; words: CurriculumWords };
type Fact = { label: string; value: ReactNode } | null;

/** What is known about the record; what it does not have is left out. */
export function RecordFacts({ record, words }: Props) {
  const t = useTranslations("reviews.record");
  const locale = useLocale();
  const { happenedOn, periodCovered, subCase, incidentRef, isReadable } = record;
  const facts: Fact[] = [
    { label: t("happenedOn"), value: formatDay(happenedOn, locale, { weekday: true }) },
    { label: t("kind"), value: <KindOf record={record} /> },
    { label: t("supervision"), value: <SupervisionOf record={record} /> },
    incidentRef && isReadable ? { label: t("incidentRef"), value: incidentRef } : null,
    periodCovered ? { label: t("period"), value: formatMonth(periodCovered, locale) } : null,
    subCase ? { label: t("subCase"), value: words.subCase(subCase) } : null,
    namedFact(t("technique"), techniqueOf(record, words)),
    namedFact(t("readingItem"), readingOf(record, words)),
    { label: t("tlp"), value: <Tag>{`TLP:${record.tlp}`}</Tag> },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

const namedFact = (label: string, value: string | null): Fact => (value === null ? null : { label, value });

/** A technique is named by the criterion that counts it. */
const techniqueOf = ({ technique, claims: [claim] }: RecordView, words: CurriculumWords) =>
  technique === null ? null : words.part(claim?.criterion.code ?? "", technique);

/** Material is named by the list that it stands on. */
function readingOf({ readingItem, claims }: RecordView, words: CurriculumWords) {
  if (readingItem === null) return null;
  const [list = ""] = claims.flatMap(({ criterion }) => readingListsOf(criterion.rule));
  return words.listEntry(list, readingItem).title;
}

function KindOf({ record: { kind, judged, right } }: { record: RecordView }) {
  const t = useTranslations("reviews");
  const name = t(`recordKinds.${kind}`);
  return judged === null ? name : t("record.judgedOf", { kind: name, judged, right: right ?? 0 });
}

function SupervisionOf({ record }: { record: RecordView }) {
  const t = useTranslations("reviews.record");
  const form = useTranslations("records.form");
  const locale = useLocale();
  const { supervision, mentorPresent, mentorPresentName } = record;
  const name = mentorPresent ? formatName(mentorPresent, locale) : mentorPresentName;
  return (
    <>
      {supervision !== null && `${form(`supervisions.${supervision}`)} `}
      <span className="faint small">{name === null ? t("mentorAbsent") : t("mentorWas", { name })}</span>
    </>
  );
}
