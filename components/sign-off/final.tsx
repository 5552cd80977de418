import { useLocale } from "next-intl";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { LONGEST_COMMENT, type StepSheet } from "@/lib/sign-off/schema";
import { FinalDecision } from "./final-decision";
import { type Deciding, type SheetRow, unmetIn } from "./sheet-rows";

type Props = { sheet: StepSheet; rows: readonly SheetRow[]; deciding: NonNullable<Deciding>; stepName: string };

/** The decision at the foot, with its words. */
export function Final({ sheet, rows, deciding, stepName: step }: Props) {
  const t = useTranslations("signOff.final");
  const { measured, isCountersigned } = sheet;
  const isSecond = deciding === "countersign";
  const sign = isSecond ? "countersign" : isCountersigned ? "signTwo" : "sign";
  return (
    <FinalDecision
      decision={deciding}
      items={rows.map(({ code, number }) => ({ code, number }))}
      assumedGood={isSecond || measured.topics !== null}
      blocker={useBlocker(sheet, rows)}
      maxComment={LONGEST_COMMENT}
      words={{
        signTitle: t(isSecond ? "countersignTitle" : "signTitle", { step }),
        signText: useSignText(sheet, isSecond),
        backTitle: t.raw("backTitle") as string,
        backText: t("backText"),
        leftTitle: t.raw("leftTitle") as string,
        leftText: t("leftText"),
        plainTitle: t("plainTitle"),
        plainText: t("plainText"),
        sign: t(sign, { step }),
        signing: t("signing"),
        back: t.raw("back") as string,
        backPlain: t("backPlain"),
        backing: t("backing"),
        comment: t("comment"),
        whyBack: t("why.back"),
        whyLeft: t("why.left"),
        whyNoBack: t("why.noBack"),
      }}
    />
  );
}

function useSignText({ requests: [latest], isCountersigned, measured }: StepSheet, isSecond: boolean): string {
  const t = useTranslations("signOff.final");
  const locale = useLocale();
  if (isSecond && latest?.signature) return t("countersignText", { name: formatName(latest.signature.by, locale) });
  if (isCountersigned) return t("signTextTwo");
  return t(measured.step === 3 ? "signTextLast" : "signText");
}

/** What no mark can change: an unmet criterion, an earlier STEP. */
function useBlocker({ measured }: StepSheet, rows: readonly SheetRow[]): string | null {
  const t = useTranslations("signOff.final.why");
  const unmet = unmetIn(rows);
  if (unmet > 0) return t("unmet", { count: unmet });
  return measured.earlierOpen.length > 0 ? t("earlier") : null;
}
