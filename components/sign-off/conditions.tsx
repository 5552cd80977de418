import { useLocale } from "next-intl";
import { Mark } from "@/components/ui/mark";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { StepSheet } from "@/lib/sign-off/schema";
import { type SheetRow, unmetIn } from "./sheet-rows";

type Props = { sheet: StepSheet; rows: readonly SheetRow[]; stepName: string; readerName: string };

/** 承認の条件: each with what stands. */
export function Conditions({ sheet, rows, stepName, readerName }: Props) {
  const t = useTranslations("signOff.conditions");
  const locale = useLocale();
  const { measured, trainee, isCountersigned, requests } = sheet;
  const unmet = unmetIn(rows);
  const isDone = requests[0]?.outcome?.kind === "signedOff";
  const conditions = [
    {
      key: "met",
      text: t(measured.topics ? "topics" : "met"),
      said: `${rows.length - unmet} / ${rows.length}`,
      holds: rows.length > 0 && unmet === 0,
    },
    { key: "earlier", text: t("earlier"), said: useEarlier(sheet), holds: measured.earlierOpen.length === 0 },
    { key: "people", text: t("people"), said: `${formatName(trainee, locale)} / ${readerName}`, holds: true },
    {
      key: "countersign",
      text: t("countersign"),
      said: isCountersigned && isDone ? t("done") : t(isCountersigned ? "needed" : "notNeeded", { step: stepName }),
      holds: isCountersigned && isDone,
    },
  ];
  return (
    <section className="panel">
      <h2>{t("title")}</h2>
      <ul className="cond">
        {conditions.map(({ key, text, said, holds }) => (
          <li key={key}>
            <Mark kind={holds ? "done" : "open"} />
            <span>{text}</span>
            <span className="sub">{said}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The stage that comes just before. */
function useEarlier({ enrolment, measured }: StepSheet): string {
  const t = useTranslations("signOff");
  const isBasic = enrolment.training.ref.roleGroupCode === null;
  if (isBasic || measured.step === 0) return t("conditions.noEarlier");
  const before = (measured.step - 1) as 0 | 1 | 2;
  return before === 0 ? t("order.common") : t(`order.step.${before}`);
}
