import { ruleSentence } from "@/components/curriculum/rule-text";
import { Checkbox } from "@/components/form/checkbox";
import { HiddenField } from "@/components/form/hidden-field";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { attestRuleIn } from "@/lib/domain/attestation";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView, RecordView } from "@/lib/reviewed-record/schema";
import { ClaimChecks } from "./claim-checks";
import { ClaimFields } from "./claim-fields";
import { ClaimMove } from "./claim-move";
import { ClaimState } from "./claim-state";
import { type FactField, isDecidable } from "./decidable";
import { placeName } from "./place-name";

type Props = {
  claim: ClaimView;
  record: RecordView;
  words: CurriculumWords;
  /** The record has other claims to decide: each is chosen by itself. */
  isOneOfSeveral: boolean;
  /** Facts of the record that are confirmed under this claim. */
  fields: readonly FactField[];
};

/** One criterion: its rule, what the system has checked, what verifying moves, and what the mentor confirms. */
export function ClaimPanel({ claim, record, words, isOneOfSeveral, fields }: Props) {
  const t = useTranslations("reviews");
  const rules = useTranslations("rules");
  const { criterion, policy, claimId, enrolmentId } = claim;
  const isOpen = isDecidable(claim);
  const step = placeName(t, words, { roleGroupCode: criterion.roleGroup, step: criterion.step });
  return (
    <section>
      <h3>{words.title(criterion.code)}</h3>
      <p className="small sub phrase">
        {t("claim.place", { step, rule: ruleSentence(criterion, policy, rules, words) })}
      </p>
      <ClaimChecks claim={claim} record={record} words={words} />
      <ClaimMove claim={claim} words={words} />
      {attestRuleIn(criterion.rule) && (
        <p className="small sub phrase">
          {t("claim.judgeNote")}{" "}
          <Link href={`/reviews/judgements/${enrolmentId}/${criterion.code}`}>{t("claim.judgeInstead")}</Link>
        </p>
      )}
      <ClaimState claim={claim} record={record} words={words} />
      {isOpen && <ClaimFields claim={claim} record={record} words={words} fields={fields} />}
      {isOpen && !isOneOfSeveral && <HiddenField name="claims[]" value={claimId} />}
      {isOpen && isOneOfSeveral && (
        <Checkbox name="claims[]" value={claimId} label={t("claim.include")} defaultChecked />
      )}
    </section>
  );
}
