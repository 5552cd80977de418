import type { PlainDay } from "@/lib/domain/calendar";
import type { TlpLabel } from "@/lib/domain/facts";
import { conditionOf, leavesOf } from "@/lib/domain/record-needs";
import type { CountCondition, CriterionRule, RecordKind } from "@/lib/domain/rule";

/** One thing that somebody did, before it becomes a record with its claims. */
export type Occasion = {
  readonly on: PlainDay;
  readonly criterionCode: string;
  readonly also: readonly string[];
  readonly state: "verified" | "waiting" | "sentBack" | "corrected";
  readonly parts: readonly string[];
  /** A sub-case, a technique or a reading item, by what the rule asks for. */
  readonly code?: string | undefined;
  readonly judged?: number | undefined;
  readonly right?: number | undefined;
  readonly kind?: RecordKind | undefined;
  readonly title?: string | undefined;
  readonly did?: string | undefined;
  readonly learned?: string | undefined;
  readonly first?: string | undefined;
  readonly incident?: string | undefined;
  readonly ticket?: string | undefined;
  readonly link?: string | undefined;
  readonly tlp?: TlpLabel | undefined;
  readonly comment?: string | undefined;
  readonly reason?: string | undefined;
  readonly backOn?: PlainDay | undefined;
  readonly againOn?: PlainDay | undefined;
};

export const occasionOn = (on: PlainDay, criterionCode: string, more: Partial<Occasion> = {}): Occasion => ({
  on,
  criterionCode,
  also: [],
  state: "verified",
  parts: [],
  ...more,
});

/** What a rule asks of a record: of all its leaves together. */
export function asks(rule: CriterionRule) {
  const leaves = leavesOf(rule);
  const conditions = leaves.map(conditionOf);
  const first = <T>(of: (condition: CountCondition) => T | undefined) =>
    conditions.map(of).find((each) => each !== undefined);
  const has = (kind: CriterionRule["kind"]) => leaves.some((leaf) => leaf.kind === kind);
  const list = leaves.find((leaf) => leaf.kind === "reading");
  const drill = leaves.find((leaf) => leaf.kind === "caseDrill");
  return {
    kinds: first(({ kinds }) => kinds) ?? null,
    minSupervision: first(({ minSupervision }) => minSupervision) ?? drill?.minSupervision ?? null,
    mentorPresent: first(({ mentorPresent }) => mentorPresent) ?? false,
    distinctIncidents: first(({ distinctIncidents }) => distinctIncidents) ?? false,
    parts: leaves
      .flatMap((leaf) => (leaf.kind === "attest" ? (leaf.parts ?? []) : (conditionOf(leaf).parts ?? [])))
      .map(({ code }) => code),
    isCadence: has("cadence"),
    isDrill: drill !== undefined,
    isAccuracy: has("accuracy"),
    isTechnique: has("techniques"),
    readingList: list?.kind === "reading" ? list.list : null,
  };
}
export type Asked = ReturnType<typeof asks>;
