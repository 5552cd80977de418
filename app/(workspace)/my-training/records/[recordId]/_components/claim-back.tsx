import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimSeen } from "@/lib/records/queries";
import { withdrawClaimAction } from "../../../actions";

/** Stops counting the record for one criterion, asked twice; not where a sign-off rests on it. */
export function ClaimBack({ claim, title }: { claim: ClaimSeen; title: string }) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  if (claim.withdrawn || claim.frozen) return null;
  return (
    <Disclosure summary={t("withdrawClaim")} className="mt-1">
      <Form action={withdrawClaimAction}>
        <HiddenField name="claimId" value={claim.claimId} />
        <p className="hint">
          {m("withdrawClaimWhy", { title })}
          {claim.everVerified && ` ${m("withdrawClaimVerified")}`}
        </p>
        <div className="form-foot">
          <SubmitButton look="refuse" size="small" pending={t("withdrawing")}>
            {m("withdrawClaimConfirm")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
