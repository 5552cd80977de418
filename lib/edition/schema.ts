import { z } from "zod";
import { line, many, optional, paragraph, uuid } from "@/lib/platform/fields";

/** So many enrolments at once can be looked through before somebody agrees. */
export const MOST_AT_ONCE = 50;

export const editionPair = z.object({ from: uuid(), to: uuid() });
export type EditionPair = z.output<typeof editionPair>;

export const moveForm = z.object({
  onceKey: uuid(),
  from: uuid(),
  to: uuid(),
  /** Everybody who was on the page, and of them those who move. */
  shown: many(uuid(), MOST_AT_ONCE),
  moving: many(uuid(), MOST_AT_ONCE),
  digest: line(64),
  reason: optional(paragraph(2000)),
});
export type MoveForm = z.output<typeof moveForm>;
