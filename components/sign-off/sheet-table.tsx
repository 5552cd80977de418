import { useLocale } from "next-intl";
import { type CriterionFrame, listOfNames, partNamesIn } from "@/components/training/frame";
import { Disclosure } from "@/components/ui/disclosure";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatFacts } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { StepSheet } from "@/lib/sign-off/schema";
import { SheetLine } from "./sheet-row";
import { type SheetRow, unmetIn } from "./sheet-rows";

type Props = { sheet: StepSheet; rows: readonly SheetRow[]; frame: CriterionFrame; isDeciding: boolean };

/** Criterion by criterion; below it what did not count, and why. */
export function SheetTable({ sheet, rows, frame, isDeciding }: Props) {
  const t = useTranslations("signOff");
  const locale = useLocale();
  const isEducation = sheet.measured.topics !== null;
  const tally = { met: rows.length - unmetIn(rows), all: rows.length };
  const howTo = t(isDeciding ? "table.howTo" : "table.readOnly");
  return (
    <>
      <SectionHeading
        id="criteria"
        note={formatFacts([t(isEducation ? "table.topicsTally" : "table.tally", tally), howTo], locale)}
      >
        {t(isEducation ? "table.topics" : "table.title")}
      </SectionHeading>
      <table className="ledger critt">
        <caption className="vh">{t("table.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" className="l0">
              {t("table.number")}
            </th>
            <th scope="col">{t(isEducation ? "table.topic" : "table.criterion")}</th>
            <th scope="col">{t("table.state")}</th>
            <th scope="col">{t("table.evidence")}</th>
            {isDeciding && <th scope="col">{t("table.judgement")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetLine
              key={row.code}
              row={row}
              frame={frame}
              enrolmentId={sheet.enrolment.training.ref.enrolmentId}
              mayJudge={sheet.reader.quality !== null && !isDone(sheet)}
              isDeciding={isDeciding}
            />
          ))}
        </tbody>
      </table>
      {isDeciding && <Keys />}
      <NotCounted rows={rows} frame={frame} />
    </>
  );
}

const isDone = ({ enrolment, measured }: StepSheet) =>
  enrolment.states.some(({ step, completion }) => step === measured.step && completion !== null);

function Keys() {
  const t = useTranslations("signOff.keys");
  return (
    <p className="keys-line small faint">
      <span>
        <Kbd>J</Kbd> <Kbd>K</Kbd> {t("rows")}
      </span>
      <span>
        <Kbd>Y</Kbd> {t("good")}
      </span>
      <span>
        <Kbd>B</Kbd> {t("back")}
      </span>
      <span>
        <Kbd>E</Kbd> {t("evidence")}
      </span>
    </p>
  );
}

/** Records of these criteria that do not count, each with its reason. */
function NotCounted({ rows, frame }: Pick<Props, "rows" | "frame">) {
  const t = useTranslations("signOff.table");
  const red = useTranslations("reviews")("redTitle");
  const reasons = useTranslations("progress.reasons");
  const all = rows.flatMap(({ measured }) =>
    measured ? measured.progress.notCounted.map((each) => ({ ...each, measured })) : [],
  );
  if (all.length === 0) return null;
  return (
    <Disclosure summary={t("notCounted", { count: all.length })} className="mt-3">
      <ul className="small">
        {all.map(({ claimId, reason, missing = [], measured: { criterion } }) => {
          const claim = frame.claims.find((each) => each.claimId === claimId);
          const parts = listOfNames(frame, partNamesIn(frame, criterion.code, missing));
          return (
            <li key={claimId} className="py-1">
              {claim && <Link href={`/reviews/${claim.recordId}`}>{claim.title || red}</Link>}{" "}
              {frame.words.title(criterion.code)}: {reasons(reason, { parts })}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
