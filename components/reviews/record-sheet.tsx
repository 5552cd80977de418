import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { factDot, formatDay, formatFacts, formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RecordView } from "@/lib/reviewed-record/schema";
import type { Origin } from "@/lib/work-import/schema";
import { OriginNote } from "../work-import/origin-note";
import { EvidenceList } from "./evidence-list";
import { placeName } from "./place-name";
import { RecordFacts } from "./record-facts";
import { Said } from "./said";

type Props = { record: RecordView; words: CurriculumWords };

/** The record as prose: facts, what was done and learned, evidence, and what was said about it. */
export function RecordSheet({ record, origin, words }: Props & { origin: Origin | null }) {
  const t = useTranslations("reviews");
  const { isReadable, earlierRemarks, claims } = record;
  const remarks = claims.flatMap((claim) => claim.remarks);
  return (
    <section className="ev">
      <Submitted record={record} />
      <h2 id="current" tabIndex={-1} className="phrase">
        {isReadable ? record.title : t("redTitle")}
      </h2>
      {record.isWithdrawn && <Message tone="wait" title={t("record.withdrawn")} />}
      <RecordFacts record={record} words={words} />
      <OriginNote origin={origin} />
      {isReadable ? <Told record={record} /> : <p className="note">{t("record.red")}</p>}
      <EvidenceList evidence={record.evidence} />
      <Said title={t("record.said")} remarks={remarks} record={record} />
      <Said title={t("record.saidBefore")} remarks={earlierRemarks} record={record} />
      <Recent record={record} />
      <Others record={record} words={words} />
    </section>
  );
}

/** Whose, when, and what is unusual about when. */
function Submitted({ record }: { record: RecordView }) {
  const t = useTranslations("reviews.record");
  const locale = useLocale();
  const { trainee, loggedAt, timeZone, today, isCorrection, lateDays, loggedThatDay } = record;
  const at = formatInstant(new Date(loggedAt), locale, { zone: timeZone, today });
  return (
    <p className="crumb">
      {formatFacts([formatName(trainee, locale), t("submitted", { at })], locale)}
      {factDot(locale)}
      <Link href={`/trainees/${trainee.id}`}>{t("progress")}</Link>
      {isCorrection && <Tag>{t("correction")}</Tag>}
      {lateDays !== null && <Tag>{t("lateBy", { days: lateDays })}</Tag>}
      {loggedThatDay >= MANY && <Tag>{t("manyThatDay", { count: loggedThatDay })}</Tag>}
    </p>
  );
}

/** As many records in a day as a mentor should know of. */
const MANY = 5;

function Told({ record: { did, learned } }: { record: RecordView }) {
  const t = useTranslations("reviews.record");
  const parts = [
    { title: t("did"), text: did },
    { title: t("learned"), text: learned },
  ];
  return parts.map(({ title, text }) => (
    <div key={title}>
      <h3>{title}</h3>
      {text === "" ? <p className="faint">{t("notWritten")}</p> : <p className="prose whitespace-pre-line">{text}</p>}
    </div>
  ));
}

function Recent({ record: { recent, today } }: { record: RecordView }) {
  const t = useTranslations("reviews.record");
  const locale = useLocale();
  if (recent.length === 0) return null;
  return (
    <p className="small sub mt-3">
      <b>{t("recent")}</b>{" "}
      {recent.map(({ recordId, happenedOn, by }) => (
        <span key={recordId}>
          {" "}
          <Link href={`/reviews/${recordId}`} className="nw">
            {t("recentOne", { day: formatDay(happenedOn, locale, { today }), name: formatName(by, locale) })}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** Claims that another role group's mentors see, folded at the end. */
function Others({ record: { otherRoleGroups }, words }: Props) {
  const t = useTranslations("reviews");
  if (otherRoleGroups.length === 0) return null;
  const names = [...new Set(otherRoleGroups.map((roleGroupCode) => groupName(roleGroupCode)))];
  function groupName(roleGroupCode: RecordView["otherRoleGroups"][number]) {
    return roleGroupCode === null
      ? placeName(t, words, { roleGroupCode, step: 0 })
      : words.roleGroup(roleGroupCode).shortName;
  }
  return (
    <details className="dis mt-3">
      <summary>{t("record.others", { count: otherRoleGroups.length })}</summary>
      <p className="small sub">{t("record.othersText", { groups: names.join(words.locale === "ja" ? "、" : ", ") })}</p>
    </details>
  );
}
