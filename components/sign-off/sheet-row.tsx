import { useLocale } from "next-intl";
import { ruleSentence } from "@/components/curriculum/rule-text";
import { useReadyPhrases } from "@/components/reviews/ready-phrases";
import { ReasonBox } from "@/components/reviews/reason-box";
import { CriterionStrip } from "@/components/training/criterion-strip";
import type { CriterionFrame } from "@/components/training/frame";
import { needText } from "@/components/training/have-need";
import { Badge } from "@/components/ui/badge";
import { Passage } from "@/components/ui/passage";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { LONGEST_REASON } from "@/lib/sign-off/schema";
import { Evidence } from "./evidence";
import { MarkChoice } from "./mark-choice";
import type { SheetRow } from "./sheet-rows";

type Props = {
  row: SheetRow;
  frame: CriterionFrame;
  enrolmentId: string;
  mayJudge: boolean;
  /** The reader decides on the request. */
  isDeciding: boolean;
};

/** A criterion or topic: what it is, how far it is, on which evidence, and the decision; under it the reason. */
export function SheetLine({ row, frame, enrolmentId, mayJudge, isDeciding }: Props) {
  const { number, code, measured } = row;
  const reasonRow = `reason-${code}`;
  return (
    <>
      <tr id={code} data-row tabIndex={-1}>
        <td className="n l0 faint">{number}</td>
        <td>
          <What row={row} frame={frame} />
        </td>
        <td>{measured ? <State row={row} frame={frame} /> : <Learned row={row} />}</td>
        <td className="evl">{measured && <Evidence row={row} enrolmentId={enrolmentId} mayJudge={mayJudge} />}</td>
        {isDeciding && (
          <td>
            <Decision row={row} reasonRow={reasonRow} />
          </td>
        )}
      </tr>
      {isDeciding && <ReasonRow code={code} id={reasonRow} />}
    </>
  );
}

function What({ row: { code, measured }, frame }: Pick<Props, "row" | "frame">) {
  const rules = useTranslations("rules");
  const { note } = frame.words.item(code);
  return (
    <>
      <p className="b t">{frame.words.title(code)}</p>
      {measured && (
        <>
          <p className="small faint phrase">{frame.words.text(code)}</p>
          <p className="small faint phrase">{ruleSentence(measured.criterion, frame.policy, rules, frame.words)}</p>
        </>
      )}
      {note !== undefined && (
        <p className="srcnote small">
          <Passage text={note} />
        </p>
      )}
    </>
  );
}

function State({ row: { measured }, frame }: Pick<Props, "row" | "frame">) {
  const t = useTranslations("signOff.row");
  const words = useTranslations("progress");
  if (!measured) return null;
  const { criterion, progress } = measured;
  return (
    <>
      <p>
        <span className="vnum">{progress.have}</span> <span className="small sub">{needText(progress, words)}</span>
      </p>
      <CriterionStrip criterion={criterion} progress={progress} frame={frame} />
      {progress.openRemarkIds.length > 0 && <Badge state="back">{t("remark")}</Badge>}
    </>
  );
}

function Learned({ row: { learnedOn, isMet } }: Pick<Props, "row">) {
  const t = useTranslations("signOff.row");
  const locale = useLocale();
  if (learnedOn === null) return <Badge state="open">{t("notLearned")}</Badge>;
  return (
    <>
      <Badge state="done">{t("learned", { day: formatDay(learnedOn, locale) })}</Badge>
      {!isMet && <Badge state="back">{t("remark")}</Badge>}
    </>
  );
}

function Decision({ row: { code, number, measured }, reasonRow }: Pick<Props, "row"> & { reasonRow: string }) {
  const t = useTranslations("signOff.mark");
  const words = { label: t("label", { number }), good: t("good"), back: t("back") };
  return <MarkChoice code={code} reasonRow={reasonRow} onlyBack={measured === null} words={words} />;
}

function ReasonRow({ code, id }: { code: string; id: string }) {
  const t = useTranslations("signOff");
  return (
    <tr className="backrow" id={id}>
      <td />
      <td colSpan={4}>
        <ReasonBox
          name={`reason:${code}`}
          label={t("reason")}
          hint={t("reasonHint")}
          max={LONGEST_REASON}
          {...useReadyPhrases()}
        />
      </td>
    </tr>
  );
}
