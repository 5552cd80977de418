import { z } from "zod";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import type { ComparedCheckpoint } from "@/lib/domain/second-opinion";
import { judgedFields } from "@/lib/judgement/schema";
import { line, optional, paragraph, uuid } from "@/lib/platform/fields";

export const LONGEST_REASON = 2000;
const reason = () => paragraph(LONGEST_REASON);

export const opinionQuestion = z.object({
  onceKey: uuid(),
  enrolmentId: uuid(),
  criterionCode: line(100),
  askedOfId: uuid(),
  note: optional(reason()).transform((text) => text ?? ""),
});
export type OpinionQuestion = z.output<typeof opinionQuestion>;

/** The fields of a formal judgement. */
export const opinionAnswer = z
  .looseObject({ opinionId: uuid() })
  .transform(({ opinionId, ...rest }, context) => ({ opinionId, judged: judgedFields(rest, context) }));
export type OpinionAnswer = z.output<typeof opinionAnswer>;

export const opinionDecline = z.object({ opinionId: uuid(), reason: reason() });
export type OpinionDecline = z.output<typeof opinionDecline>;

/** Address. */
export const opinionPath = z.object({ opinionId: uuid() });

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** A second opinion, from the question to the comparison. Instants are ISO 8601 in UTC. */
export type OpinionView = {
  readonly opinionId: string;
  readonly enrolmentId: string;
  readonly criterionCode: string;
  readonly trainee: Person;
  readonly askedBy: Person;
  readonly askedOf: Person;
  readonly note: string;
  readonly askedAt: string;
  readonly timeZone: string;
  readonly declined: { readonly at: string; readonly reason: string } | null;
  readonly givenAt: string | null;
  /** What the reader themselves said as the second; null for everybody else, and while nothing was. */
  readonly own: readonly CheckpointJudgement[] | null;
  /** Both side by side, once both have judged. */
  readonly comparison: readonly ComparedCheckpoint[] | null;
};
