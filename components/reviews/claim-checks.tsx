import { partNamesIn } from "@/components/training/frame";
import type { RecordFormWords } from "@/components/training/supervision-options";
import { Mark } from "@/components/ui/mark";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { ClaimCheck, ClaimCheckName } from "@/lib/domain/claim-check";
import { formatFacts, formatMonth } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView, RecordView } from "@/lib/reviewed-record/schema";
import { criterionFrame } from "./criterion-frame";
import type { ReviewWords } from "./place-name";

type Props = { claim: ClaimView; record: RecordView; words: CurriculumWords };

/** What the system has already checked: a tick or a cross, the condition, and what the record says. */
export function ClaimChecks({ claim, record, words }: Props) {
  const t = useTranslations("reviews");
  const form = useTranslations("records.form");
  if (claim.checks.length === 0) return null;
  return (
    <ul className="cond" aria-label={t("claim.checked")}>
      {claim.checks.map((each) => (
        <li key={each.check}>
          <Mark kind={each.holds ? "done" : "broken"} label={t(each.holds ? "claim.holds" : "claim.fails")} />
          <span>{t(`claim.checks.${each.check}`, { asked: each.asked ?? 0 })}</span>
          <span className="r sub">{recordSays(each, { claim, record, words, t, form })}</span>
        </li>
      ))}
    </ul>
  );
}

type Told = Props & { readonly t: ReviewWords; readonly form: RecordFormWords };

const recordSays = ({ check }: ClaimCheck, told: Told): string => VALUES[check](told);

const supervision = ({ record, t, form }: Told) =>
  record.supervision === null ? t("claim.values.none") : form(`supervisions.${record.supervision}`);
const orNone = (text: string | null, t: ReviewWords) => text ?? t("claim.values.none");

const VALUES: Record<ClaimCheckName, (told: Told) => string> = {
  kind: ({ record, t }) => t(`recordKinds.${record.kind}`),
  supervisionAtLeast: supervision,
  supervisionAtMost: supervision,
  mentorPresent: ({ claim, t }) => t(claim.claim.claimed.mentorPresent ? "claim.values.yes" : "claim.values.none"),
  evidence: ({ claim, t }) => t("claim.values.count", { count: claim.claim.evidenceCount }),
  distinctIncident: ({ record, t }) => (record.isReadable ? orNone(record.incidentRef, t) : ""),
  period: ({ record, words }) => formatMonth(record.periodCovered ?? record.happenedOn.slice(0, 7), words.locale),
  numbers: ({ record: { judged, right }, t }) =>
    judged === null ? t("claim.values.none") : t("claim.values.numbers", { judged, right: right ?? 0 }),
  parts: ({ claim, words }) =>
    formatFacts(
      partNamesIn(criterionFrame(words, claim, claim.before.facts), claim.criterion.code, claim.claim.claimed.parts),
      words.locale,
    ),
  subCase: ({ record, words, t }) => orNone(record.subCase && words.subCase(record.subCase), t),
  technique: ({ claim, record, words, t }) =>
    orNone(record.technique && words.part(claim.criterion.code, record.technique), t),
  readingItem: ({ record, t }) => t(record.readingItem === null ? "claim.values.none" : "claim.values.yes"),
};
