import type { MeasuredCriterion } from "@/components/training/frame";
import { measuredIn } from "@/components/training/open-criteria";
import type { ClaimFact } from "@/lib/domain/facts";
import type { StepSheet, VerifierView } from "@/lib/sign-off/schema";

/** One line of the sheet: a criterion with what counted for it, or a topic with the day it was learned. */
export type SheetRow = {
  readonly number: number;
  readonly code: string;
  readonly isMet: boolean;
  readonly measured: MeasuredCriterion | null;
  readonly learnedOn: string | null;
  readonly counted: readonly ClaimFact[];
  /** The latest verification among what counted. */
  readonly latest: VerifierView | null;
  readonly judges: readonly { readonly name: string; readonly latinName: string }[];
};

export const rowsOf = (sheet: StepSheet): readonly SheetRow[] =>
  sheet.measured.topics ? topicRows(sheet) : criterionRows(sheet);

function criterionRows(sheet: StepSheet): SheetRow[] {
  const { enrolment, measured, verifiers } = sheet;
  const { facts, attestations } = enrolment.training;
  return measuredIn(enrolment, measured).map((each, place) => {
    const { code } = each.criterion;
    const counted = facts.claims.filter(({ claimId }) => each.progress.counted.includes(claimId));
    const ids = new Set(counted.map(({ claimId }) => claimId));
    const judged = attestations.filter(({ criterionCode }) => criterionCode === code);
    return {
      number: place + 1,
      code,
      isMet: each.progress.met,
      measured: each,
      learnedOn: null,
      counted: [...counted].sort((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1)),
      latest: latestOf(verifiers.filter(({ claimId }) => ids.has(claimId))),
      judges: [...new Map(judged.map(({ by }) => [by.id, by])).values()],
    };
  });
}

const latestOf = (verifiers: readonly VerifierView[]) =>
  verifiers.reduce<VerifierView | null>((latest, each) => (latest && latest.on >= each.on ? latest : each), null);

function topicRows({ enrolment, measured }: StepSheet): SheetRow[] {
  const { topicsDone, ref } = enrolment.training;
  const learned = new Map(topicsDone.map(({ code, doneOn }) => [code, doneOn]));
  const remarked = new Set(enrolment.training.remarks.map(({ criterionCode }) => criterionCode));
  return enrolment.curriculum.topicsOf(ref.roleGroupCode).map((code, place) => ({
    number: place + 1,
    code,
    isMet: measured.topics?.done.includes(code) === true && !remarked.has(code),
    measured: null,
    learnedOn: learned.get(code) ?? null,
    counted: [],
    latest: null,
    judges: [],
  }));
}

/** What stands in the way of a signature besides the marks. */
export const unmetIn = (rows: readonly SheetRow[]): number => rows.filter(({ isMet }) => !isMet).length;

/** What the reader can do with this STEP now. */
export type Deciding = "signOff" | "countersign" | null;
export function decidingOf({ requests: [latest], reader }: StepSheet): Deciding {
  if (!latest || latest.outcome) return null;
  if (latest.signature === null) return reader.quality === null ? null : "signOff";
  return reader.mayCountersign && !reader.hasSigned ? "countersign" : null;
}

/** The request that waits for a mentor's signature, and so can be taken on; null where none does. */
export const requestToTake = ({ requests: [latest] }: StepSheet): string | null =>
  latest && !latest.outcome && !latest.signature ? latest.requestId : null;
