import { type Actor, canViewEnrolment } from "./access";
import type { PlainDay } from "./calendar";
import { accept, type Decision, refuse } from "./result";
import type { Nameable } from "./shared-event";

/** 訓練の予定: a drill planned for a day, a scene or several, and several people at once. */

export const DRILL_KINDS = ["drillCase", "exercise"] as const;
export type DrillKind = (typeof DRILL_KINDS)[number];

export type DrillDraft = {
  readonly kind: DrillKind;
  readonly plannedOn: PlainDay;
  readonly title: string;
  readonly note: string;
  readonly subCases: readonly string[];
  readonly personIds: readonly string[];
};

export type DrillRefusal =
  | { readonly code: "NotFound" }
  | { readonly code: "NobodyInvited" }
  | { readonly code: "DayPast" }
  | { readonly code: "SceneMissing" }
  | { readonly code: "ChoiceUnknown"; readonly field: "subCase" }
  | { readonly code: "DrillCancelled" }
  | { readonly code: "DrillHeld" };

type Invited = Pick<Nameable, "personId" | "enrolments" | "today">;

/** A mentor or a manager may ask those to a drill whose training they may see, and themselves. */
export const canInvite = (actor: Actor, { personId, enrolments }: Omit<Invited, "today">): boolean =>
  plans(actor) &&
  enrolments.length > 0 &&
  (personId === actor.id || enrolments.some((e) => canViewEnrolment(actor, e)));

export const plans = ({ mentorships, managedTeamIds }: Actor): boolean =>
  mentorships.length > 0 || managedTeamIds.length > 0;

type DrillContext = { readonly people: readonly Invited[]; readonly subCases: readonly string[] };

/** May this drill be planned? */
export function planDrill(draft: DrillDraft, context: DrillContext, actor: Actor): Decision<null, DrillRefusal> {
  if (!plans(actor)) return refuse({ code: "NotFound" });
  if (draft.personIds.length === 0) return refuse({ code: "NobodyInvited" });
  const invited = draft.personIds.map((id) => context.people.find(({ personId }) => personId === id));
  if (invited.some((person) => !person || !canInvite(actor, person))) return refuse({ code: "NotFound" });
  if (invited.some((person) => person && draft.plannedOn < person.today)) return refuse({ code: "DayPast" });
  if (draft.kind === "drillCase" && draft.subCases.length === 0) return refuse({ code: "SceneMissing" });
  const known = draft.subCases.every((code) => context.subCases.includes(code));
  return known ? accept(null) : refuse({ code: "ChoiceUnknown", field: "subCase" });
}

/** A planned drill as it stands; null is one that is not there. */
export type Drill = {
  readonly plannedById: string;
  readonly cancelledById: string | null;
  /** An event that stands has come of it. */
  readonly held: boolean;
};

/** Whoever planned it may cancel it until it was held. Cancelling twice changes nothing. */
export function cancelDrill(drill: Drill | null, actor: Actor): Decision<"cancelled" | "already", DrillRefusal> {
  if (drill?.plannedById !== actor.id) return refuse({ code: "NotFound" });
  if (drill.cancelledById !== null) return accept("already");
  return drill.held ? refuse({ code: "DrillHeld" }) : accept("cancelled");
}

/** Whoever planned it says that it was held: it becomes an event, once. */
export function holdDrill(drill: Drill | null, actor: Actor): DrillRefusal | null {
  if (drill?.plannedById !== actor.id) return { code: "NotFound" };
  if (drill.cancelledById !== null) return { code: "DrillCancelled" };
  return drill.held ? { code: "DrillHeld" } : null;
}
