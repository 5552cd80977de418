import { latestOf, type PlainDay } from "./calendar";
import { claimableIn, type LogContext, type RecordDraft } from "./record";
import { fieldsNeededBy, inferKind, type NeededField } from "./record-needs";
import type { RecordKind } from "./rule";

/** A record as it was sent: the quick log leaves day and kind to us. */
export type RecordInput = Omit<RecordDraft, "happenedOn" | "kind"> & {
  readonly happenedOn: PlainDay | null;
  readonly kind: RecordKind | null;
};

/** Fills in today and the kind, and drops the fields that no chosen criterion needs: they are left over from an earlier choice. */
export function complete(
  input: RecordInput,
  context: LogContext,
  lastKinds: ReadonlyMap<string, RecordKind> = new Map(),
): RecordDraft {
  const chosen = input.claims.flatMap((claim) => claimableIn(context.enrolments, claim)?.criterion ?? []);
  const needed = new Set(chosen.flatMap(({ rule }) => fieldsNeededBy(rule)));
  const kinds = chosen.map(({ code, rule }) => ({ rule, lastKind: lastKinds.get(code) ?? null }));
  return {
    ...input,
    ...keptFields(input, needed),
    happenedOn: input.happenedOn ?? todayFor(input, context),
    kind: input.kind ?? inferKind(kinds),
  };
}

function keptFields(input: RecordInput, needed: ReadonlySet<NeededField>) {
  const kept = <T>(field: NeededField, value: T) => (needed.has(field) ? value : null);
  const isNamed = needed.has("mentorPresent") || input.tlp === "RED";
  const mentorPresentId = isNamed ? input.mentorPresentId : null;
  return {
    supervision: kept("supervision", input.supervision),
    mentorPresentId,
    mentorPresentName: isNamed && mentorPresentId === null ? input.mentorPresentName : null,
    incidentRef: kept("incidentRef", input.incidentRef),
    periodCovered: kept("periodCovered", input.periodCovered),
    subCase: kept("subCase", input.subCase),
    judged: kept("judged", input.judged),
    right: kept("right", input.right),
    technique: kept("technique", input.technique),
    readingItem: kept("readingItem", input.readingItem),
  };
}

/** The day in the team of the first enrolment that is claimed, or of any. */
function todayFor({ claims }: RecordInput, { enrolments }: LogContext): PlainDay {
  const claimed = enrolments.find(({ enrolmentId }) => claims.some((claim) => claim.enrolmentId === enrolmentId));
  return claimed?.today ?? latestOf(enrolments.map(({ today }) => today)) ?? "";
}
