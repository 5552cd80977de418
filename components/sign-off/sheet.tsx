import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { frameOf } from "@/components/training/enrolment-seen";
import { Message } from "@/components/ui/message";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { StepSheet } from "@/lib/sign-off/schema";
import { Conditions } from "./conditions";
import { Final } from "./final";
import { RequestTimeline } from "./request-timeline";
import { decidingOf, rowsOf } from "./sheet-rows";
import { SheetTable } from "./sheet-table";
import { WayHere } from "./way-here";

type Props = {
  sheet: StepSheet;
  /** Somebody else has taken the request on: they decide, and the bar over the sheet says who. */
  isHeldByOther: boolean;
  words: CurriculumWords;
  readerName: string;
  stepName: string;
  target: ReactNode;
  decide: FormAction;
};

/** One sign-off request, criterion by criterion; without a request the same, to be read. */
export function Sheet({ sheet, isHeldByOther, words, readerName, stepName, target, decide }: Props) {
  const locale = useLocale();
  const rows = rowsOf(sheet);
  const deciding = isHeldByOther ? null : decidingOf(sheet);
  const frame = frameOf(sheet.enrolment, sheet.measured.policy, { words, locale });
  const table = <SheetTable sheet={sheet} rows={rows} frame={frame} isDeciding={deciding !== null} />;
  return (
    <div className="split">
      <div>
        <Standing sheet={sheet} />
        {deciding === null ? (
          table
        ) : (
          <Form action={decide}>
            <HiddenField name="requestId" value={sheet.requests[0]?.requestId ?? ""} />
            {table}
            <Final sheet={sheet} rows={rows} deciding={deciding} stepName={stepName} />
          </Form>
        )}
      </div>
      <aside>
        <WayHere sheet={sheet} />
        {target}
        <RequestTimeline sheet={sheet} />
        <Conditions sheet={sheet} rows={rows} stepName={stepName} readerName={readerName} />
      </aside>
    </div>
  );
}

/** A request that waits for somebody else. */
function Standing({ sheet: { requests, reader } }: Pick<Props, "sheet">) {
  const t = useTranslations("signOff.final");
  const locale = useLocale();
  const [latest] = requests;
  if (!latest || latest.outcome) return null;
  if (latest.signature) {
    if (reader.hasSigned) return <Message tone="wait" title={t("awaits")} />;
    if (reader.mayCountersign) return null;
    return <Message tone="wait" title={t("awaitsOther", { name: formatName(latest.signature.by, locale) })} />;
  }
  return reader.quality === null ? <Message title={t("onlyLook")} /> : null;
}
