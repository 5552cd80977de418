import { Facts } from "@/components/ui/facts";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { readingListsOf, techniquesOf } from "@/lib/domain/record-needs";
import { formatDay, formatMonth, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RecordFrame, RecordSeen } from "./record-seen";

type Props = { record: RecordSeen; frame: RecordFrame };

/** What is known about the record besides its text; what it does not have is left out. */
export function RecordFacts({ record, frame }: Props) {
  const t = useTranslations("records");
  const m = useTranslations("myRecords.record");
  const { locale, words } = frame;
  const { periodCovered, supervision, incidentRef, subCase, judged, right, tlp } = record.draft;
  const facts = [
    { label: t("record.loggedOn"), value: formatDay(record.loggedOn, locale, { weekday: true }) },
    periodCovered !== null && { label: t("record.periodCovered"), value: formatMonth(periodCovered, locale) },
    supervision !== null && { label: t("record.supervision"), value: t(`form.supervisions.${supervision}`) },
    { label: t("record.mentorPresent"), value: mentorOf(record, frame) },
    incidentRef !== null && { label: t("record.incidentRef"), value: incidentRef },
    subCase !== null && { label: t("record.subCase"), value: words.subCase(subCase) },
    judged !== null && { label: t("record.judged"), value: t("record.judgedValue", { judged, right: right ?? 0 }) },
    { label: t("record.technique"), value: techniqueOf(record, frame) },
    { label: t("record.readingItem"), value: readingOf(record, frame) },
    { label: t("record.tlp"), value: <Tag>{t("record.tlpValue", { tlp })}</Tag> },
  ];
  return (
    <section className="sec">
      <SectionHeading>{m("facts")}</SectionHeading>
      <Facts facts={facts.flatMap((fact) => (fact && fact.value !== null ? [fact] : []))} />
    </section>
  );
}

const mentorOf = ({ mentorPresent, draft }: RecordSeen, { locale }: RecordFrame) =>
  mentorPresent ? formatName(mentorPresent, locale) : draft.mentorPresentName;

const criteriaIn = ({ enrolments }: RecordFrame) =>
  enrolments.flatMap(({ curriculum, training }) =>
    ([1, 2, 3] as const).flatMap((step) => curriculum.criteriaOf(training.ref.roleGroupCode, step, training.tracks)),
  );

/** A technique is named by the criterion that counts it. */
function techniqueOf({ draft: { technique } }: RecordSeen, frame: RecordFrame) {
  if (technique === null) return null;
  const criterion = criteriaIn(frame).find(({ rule }) => techniquesOf(rule).includes(technique));
  return criterion ? frame.words.part(criterion.code, technique) : technique;
}

/** Material is named by the list that it stands on. */
function readingOf({ draft: { readingItem }, claims }: RecordSeen, frame: RecordFrame) {
  if (readingItem === null) return null;
  const claimed = criteriaIn(frame).filter(({ code }) => claims.some(({ criterionCode }) => criterionCode === code));
  const [list] = claimed.flatMap(({ rule }) => readingListsOf(rule));
  return list === undefined ? readingItem : frame.words.listEntry(list, readingItem).title;
}
