import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { BatchBar } from "@/components/reviews/batch-bar";
import { BatchResult } from "@/components/reviews/batch-result";
import { EvidenceEntries } from "@/components/reviews/evidence-entries";
import { supervisionOptions } from "@/components/training/supervision-options";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { EventPartSeen, EventRecord, EventSeen } from "@/lib/event/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Person = EventPartSeen["person"];
type Waiting = { readonly person: Person; readonly record: EventRecord };
type Props = { event: EventSeen; words: CurriculumWords; action: FormAction };

/** Records of this event with a claim that waits for the reader. */
export const waitingIn = ({ parts }: EventSeen): readonly Waiting[] =>
  parts.flatMap(({ person, proposals }) =>
    proposals.flatMap(({ record }) =>
      record?.claims.some(({ isMine }) => isMine) && !record.isWithdrawn ? [{ person, record }] : [],
    ),
  );

/** Corrected before, or only for its named mentor: opened by itself. */
const isSingle = ({ record }: Waiting) => record.isCorrection || !record.isReadable;

/**
 * 確認 of the lot in one act: each record is shown with what is confirmed of it. The form stays when nothing waits any more: it
 * says what was just done.
 */
export function EventVerify({ event, words, action }: Props) {
  const t = useTranslations("sharedEvents.verify");
  const waiting = waitingIn(event);
  const together = waiting.filter((each) => !isSingle(each) && event.tlp !== "RED");
  const single = waiting.filter((each) => !together.includes(each));
  return (
    <Form action={action}>
      <HiddenField name="eventId" value={event.eventId} />
      {waiting.length > 0 && (
        <section className="sec">
          <SectionHeading>{t("title")}</SectionHeading>
          {together.length > 0 && <Together waiting={together} words={words} />}
          {single.length > 0 && <OneByOne waiting={single} words={words} />}
        </section>
      )}
      <Outcome waiting={together} words={words} />
    </Form>
  );
}

type Listed = { readonly waiting: readonly Waiting[]; readonly words: CurriculumWords };

function OneByOne({ waiting, words }: Listed) {
  const t = useTranslations("sharedEvents.verify");
  return (
    <>
      <p className="hint">{t("singleWhy")}</p>
      <ul>
        {waiting.map(({ person, record }) => (
          <li key={record.recordId}>
            <Link href={`/reviews/${record.recordId}`}>{t("of", { name: formatName(person, words.locale) })}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Together({ waiting, words }: Listed) {
  const t = useTranslations("sharedEvents.verify");
  const b = useTranslations("reviews.batch");
  const bar = ["count", "verify"] as const;
  const plain = {
    hint: b("hint"),
    all: b("all"),
    clear: b("clear"),
    verifyPlain: b("verifyPlain"),
    pending: b("pending"),
  };
  const counted = Object.fromEntries(bar.map((key) => [key, String(b.raw(key))])) as Record<
    (typeof bar)[number],
    string
  >;
  return (
    <div className="event-verify">
      <p className="hint">{t("lead")}</p>
      <ul>
        {waiting.map((each) => (
          <Entry key={each.record.recordId} {...each} words={words} />
        ))}
      </ul>
      <BatchBar words={{ ...plain, ...counted }} />
    </div>
  );
}

/** Each record that could not be verified, with its reason. */
function Outcome({ waiting, words }: Listed) {
  const t = useTranslations("sharedEvents.verify");
  const b = useTranslations("reviews.batch");
  return (
    <BatchResult
      title={t("failed")}
      gone={b("gone")}
      reasons={Object.fromEntries(WHY_NOT.map((code) => [code, b(`reasons.${code}`)]))}
      titles={Object.fromEntries(
        waiting.map(({ person, record }) => [record.recordId, t("of", { name: formatName(person, words.locale) })]),
      )}
    />
  );
}

const WHY_NOT = [
  "NotFound",
  "ClaimTakenBack",
  "AlreadyVerified",
  "AlreadySentBack",
  "HeldByAnother",
  "NeedsJudgement",
  "NumbersMissing",
  "Busy",
] as const;

function Entry({ person, record, words }: Waiting & { words: CurriculumWords }) {
  const t = useTranslations("sharedEvents.verify");
  const r = useTranslations("reviews.record");
  const name = formatName(person, words.locale);
  return (
    <li>
      <input
        type="checkbox"
        name="records[]"
        value={record.recordId}
        className="box"
        aria-label={t("select", { name })}
        defaultChecked
      />
      <div>
        <p className="row">
          <b>{name}</b>
          <Level record={record} words={words} />
          <Link href={`/reviews/${record.recordId}`}>{t("single")}</Link>
        </p>
        {record.did !== "" && <p className="as-typed">{record.did}</p>}
        {record.evidence.length > 0 && <EvidenceEntries evidence={record.evidence} kindWord={r} />}
        <p className="small sub">
          {t("claims")} <Claims record={record} words={words} />
        </p>
      </div>
    </li>
  );
}

function Level({ record: { supervision, mentorPresent }, words }: { record: EventRecord; words: CurriculumWords }) {
  const t = useTranslations("sharedEvents.page");
  const r = useTranslations("records.form");
  const level = supervisionOptions(r).find(({ value }) => value === String(supervision))?.label;
  return (
    <>
      {level !== undefined && <Tag>{level}</Tag>}
      {mentorPresent && <Tag>{t("withMentor", { name: formatName(mentorPresent, words.locale) })}</Tag>}
    </>
  );
}

/** Those that are the reader's to confirm, with the parts that are claimed to be shown. */
function Claims({ record, words }: { record: EventRecord; words: CurriculumWords }) {
  return record.claims
    .filter(({ isMine }) => isMine)
    .map(({ claimId, criterionCode, parts, roleGroupCode }) => (
      <Tag key={claimId}>
        {roleGroupCode && `${words.roleGroup(roleGroupCode).shortName} `}
        {words.title(criterionCode)}
        {parts.length > 0 && ` (${parts.map((part) => words.part(criterionCode, part)).join(", ")})`}
      </Tag>
    ));
}
