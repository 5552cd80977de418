import { Link } from "@/components/ui/link";
import { Mark, type MarkKind } from "@/components/ui/mark";
import { standsIn } from "@/lib/domain/occasion-wait";
import type { NotCounted } from "@/lib/domain/progress";
import { useTranslations } from "@/lib/platform/words";
import {
  type CriterionFrame,
  claimIn,
  dayIn,
  listOfNames,
  type MeasuredCriterion,
  type ProgressWords,
  partNamesIn,
} from "./frame";

/** Where the page of one record is. */
export type RecordHref = (recordId: string) => string;
type Props = MeasuredCriterion & { frame: CriterionFrame; recordHref: RecordHref };

/** Every claim of a criterion: what counted, what waits, and why each other one did not. */
export function ClaimAccount({ criterion, progress, frame, recordHref }: Props) {
  const t = useTranslations("training.step");
  const p = useTranslations("progress");
  const { counted, waiting, notCounted } = progress;
  if (counted.length + waiting.length + notCounted.length === 0) return <p className="hint">{t("noClaims")}</p>;
  const countedAs = (claimId: string) =>
    standsIn(criterion.rule, claimIn(frame, claimId)?.kind ?? "other") ? "countedExercise" : "counted";
  const lines = [
    ...counted.map((claimId) => ({ claimId, mark: "verified" as const, why: p(countedAs(claimId)) })),
    ...waiting.map((claimId) => ({ claimId, mark: "waiting" as const, why: p("reasons.waiting") })),
    ...notCounted.map((each) => ({ ...each, mark: markOf(each), why: reasonOf(each, criterion.code, frame, p) })),
  ];
  const dayOf = (claimId: string) => claimIn(frame, claimId)?.happenedOn ?? "";
  return (
    <ul className="account">
      {lines
        .sort((a, b) => (dayOf(a.claimId) < dayOf(b.claimId) ? 1 : -1))
        .map((line) => (
          <Line key={line.claimId} line={line} frame={frame} recordHref={recordHref} />
        ))}
    </ul>
  );
}

type LineProps = {
  line: { claimId: string; mark: MarkKind; why: string };
  frame: CriterionFrame;
  recordHref: RecordHref;
};

function Line({ line: { claimId, mark, why }, frame, recordHref }: LineProps) {
  const claim = claimIn(frame, claimId);
  if (!claim) return null;
  return (
    <li>
      <Mark kind={mark} />
      <span className="n">{dayIn(frame, claim.happenedOn)}</span>
      <Link href={recordHref(claim.recordId)}>{claim.title}</Link>
      <span className="why">{why}</span>
    </li>
  );
}

const markOf = ({ reason }: NotCounted): MarkKind => {
  if (reason === "sentBack" || reason === "partsMissing") return "broken";
  return reason === "beforeBreak" ? "before" : "notNeeded";
};

function reasonOf({ reason, missing = [] }: NotCounted, code: string, frame: CriterionFrame, t: ProgressWords) {
  if (reason !== "partsMissing") return t(`reasons.${reason}`);
  return t("reasons.partsMissing", { parts: listOfNames(frame, partNamesIn(frame, code, missing)) });
}
