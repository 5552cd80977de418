import { useLocale } from "next-intl";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Message } from "@/components/ui/message";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ImportedShare, LotDone } from "@/lib/work-import/schema";

type Props = { importId: string; shares: readonly ImportedShare[]; done: LotDone | undefined; action: FormAction };

/** Verifies together what waits for the reader, with the numbers of each person beside their name. */
export function VerifyLot({ importId, shares, done, action }: Props) {
  const t = useTranslations("workImport.import");
  const locale = useLocale();
  const mine = shares.filter((share) => share.mine > 0);
  const number = (value: number) => formatNumber(value, locale);
  const numbers = ({ judged, right, items }: ImportedShare) =>
    judged === null || right === null
      ? t("itemsText", { items })
      : t("judgedText", { judged: number(judged), right: number(right) });
  const options = mine.map((share) => ({
    value: share.personId,
    label: t("chooseOne", { name: formatName(share, locale), count: share.mine, judged: numbers(share) }),
  }));
  return (
    <section className="sec">
      <SectionHeading>{t("verifyTitle")}</SectionHeading>
      {done && <LotResult {...done} />}
      {mine.length === 0 ? (
        <p className="mt-3">{t("nothingWaits")}</p>
      ) : (
        <Form action={action} className="mt-2">
          <p className="small">{t("verifyLead")}</p>
          <HiddenField name="importId" value={importId} />
          <CheckboxGroup name="people[]" label={t("choose")} look="column" unmarked options={options} />
          <div className="form-foot">
            <SubmitButton pending={t("verifying")}>{t("verify")}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}

function LotResult({ verified, refused }: LotDone) {
  const t = useTranslations("workImport.import");
  return (
    <Message
      tone={refused > 0 ? "wait" : "ok"}
      role="status"
      title={t("verified", { verified })}
      {...(refused > 0 && { why: t("refused", { count: refused }) })}
      className="my-3"
    />
  );
}
