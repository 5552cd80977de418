import { monthOf, type PlainDay } from "@/lib/domain/calendar";
import type { RecordDraft } from "@/lib/domain/record";
import type { RecordKind } from "@/lib/domain/rule";
import type { FormValues } from "@/lib/platform/action-state";
import { claimKeyOf } from "@/lib/records/schema";
import type { ClaimChoice } from "../claim-choices";

/** How the page was asked for: from a criterion, from an earlier record, or after one that was just logged. */
export type FormWish = {
  /** `<enrolment id>:<criterion code>` */
  readonly criterion?: string | undefined;
  readonly month?: string | undefined;
  readonly kind?: string | undefined;
  /** An earlier record whose kind, criteria and supervision are taken over. */
  readonly copied?: RecordDraft | undefined;
  /** The record just logged: its day, too. */
  readonly another?: RecordDraft | undefined;
};

type Ground = {
  readonly today: PlainDay;
  readonly choices: readonly ClaimChoice[];
  readonly draft: FormValues | null;
  readonly lastKind: RecordKind | null;
  readonly lastClaims: readonly { readonly kind: RecordKind; readonly claims: readonly string[] }[];
};

/** What stands in a field; nothing where nothing does. */
export const textOf = (defaults: FormValues, name: string) => defaults[name]?.[0] ?? "";

/** What a record says, as its form holds it. */
export function valuesOf(record: RecordDraft): FormValues {
  const { claims, evidence, ...fields } = record;
  const single = Object.entries(fields).map(([name, value]) => [name, value === null ? [] : [String(value)]]);
  return {
    ...Object.fromEntries(single),
    evidence: [evidence.map(({ value }) => value).join("\n")],
    "claims[]": claims.map(({ enrolmentId, criterionCode }) => claimKeyOf(enrolmentId, criterionCode)),
    "parts[]": claims.flatMap(({ enrolmentId, criterionCode, parts }) =>
      parts.map((part) => `${claimKeyOf(enrolmentId, criterionCode)}:${part}`),
    ),
  };
}

const TAKEN_OVER = ["kind", "claims[]", "supervision", "mentorPresentId", "mentorPresentName", "tlp"] as const;

const taken = (record: RecordDraft, names: readonly string[]): FormValues =>
  Object.fromEntries(Object.entries(valuesOf(record)).filter(([name]) => names.includes(name)));

/** What was typed before stays; what the reader asked for is laid over it; today and the last kind fill the rest. */
export function defaultsFor(wish: FormWish, ground: Ground): FormValues {
  const { today, draft, lastKind } = ground;
  const asked = askedFor(wish, ground);
  const kind = asked.kind?.[0] ?? draft?.kind?.[0] ?? lastKind ?? undefined;
  const last = ground.lastClaims.find((each) => each.kind === kind)?.claims ?? [];
  return {
    happenedOn: [today],
    periodCovered: [wish.month ?? monthOf(today)],
    tlp: ["AMBER"],
    "claims[]": [...last],
    ...(kind !== undefined && { kind: [kind] }),
    ...draft,
    ...asked,
  };
}

function askedFor(wish: FormWish, ground: Ground): FormValues {
  if (wish.another) return taken(wish.another, [...TAKEN_OVER, "happenedOn"]);
  if (wish.copied) return taken(wish.copied, TAKEN_OVER);
  return {
    ...(wish.kind !== undefined && { kind: [wish.kind] }),
    ...(wish.month !== undefined && { periodCovered: [wish.month] }),
    ...criterionAsked(wish.criterion, ground),
  };
}

/** Ticked, with the kind that was used for it last, or the first that serves it. */
function criterionAsked(key: string | undefined, { choices, lastClaims }: Ground): FormValues {
  const choice = choices.find((each) => each.key === key);
  if (!choice) return {};
  const kind = lastClaims.find(({ claims }) => claims.includes(choice.key))?.kind ?? choice.kinds?.[0];
  return { "claims[]": [choice.key], ...(kind !== undefined && { kind: [kind] }) };
}
