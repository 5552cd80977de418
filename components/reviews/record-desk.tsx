import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { countsRecords, partsOf } from "@/lib/domain/record-needs";
import type { HoldView } from "@/lib/hold/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView, RecordView } from "@/lib/reviewed-record/schema";
import type { Origin } from "@/lib/work-import/schema";
import { AsClaimed } from "./claim-fields";
import { ClaimPanel } from "./claim-panel";
import { fieldsByClaim, fieldsUnasked, isDecidable } from "./decidable";
import { DecideBar } from "./decide-bar";
import type { Around } from "./move-links";
import { RecordSheet } from "./record-sheet";

type Props = {
  record: RecordView;
  hold: HoldView | null;
  /** Where it came from, if somebody imported it. */
  origin: Origin | null;
  words: CurriculumWords;
  decide: FormAction;
  around: Around;
};

/** One record on the desk: what it says, its criteria, and the decision. */
export function RecordDesk({ record, hold, origin, words, decide, around }: Props) {
  const claims = record.claims.map((claim) => asHeld(claim, hold));
  const open = claims.filter(isDecidable);
  const fields = fieldsByClaim(claims);
  return (
    <Form action={decide} className="rev-desk">
      <HiddenField name="recordId" value={record.recordId} />
      <HiddenField name="place" value={around.place ?? ""} />
      {open.length > 0 && <AsClaimed record={record} fields={fieldsUnasked(claims)} />}
      <RecordSheet record={record} origin={origin} words={words} />
      <aside className="ruleside">
        {claims.map((claim) => (
          <ClaimPanel
            key={claim.claimId}
            claim={claim}
            record={record}
            words={words}
            isOneOfSeveral={open.length > 1}
            fields={fields.get(claim.claimId) ?? []}
          />
        ))}
        {open.length > 0 && <Outcome claims={open} record={record} />}
      </aside>
      <DecideBar
        claims={open}
        words={words}
        around={around}
        hold={hold}
        onlyLooks={record.claims.every(({ quality }) => quality === null)}
      />
    </Form>
  );
}

/** What another mentor holds is theirs to decide; the rest of the record is not. */
const asHeld = (claim: ClaimView, hold: HoldView | null): ClaimView =>
  hold?.othersEnrolmentIds.includes(claim.enrolmentId) ? { ...claim, quality: null } : claim;

/** A record of a criterion that is only judged supports the judgement, and counts nothing. */
const counts = ({ after, criterion: { rule } }: ClaimView) =>
  after?.effect === "counted" && (countsRecords(rule) || partsOf(rule).length > 0);

/** What verifying does, in words. */
function Outcome({ claims, record }: { claims: readonly ClaimView[]; record: RecordView }) {
  const t = useTranslations("reviews.outcome");
  const locale = useLocale();
  const count = claims.filter(counts).length;
  return (
    <section>
      <h3>{t("title")}</h3>
      <p className="small sub phrase">{t("counts", { count, name: formatName(record.trainee, locale) })}</p>
      {claims.some(({ quality }) => quality === "reviewer") && <p className="note mt-3">{t("reviewer")}</p>}
    </section>
  );
}
