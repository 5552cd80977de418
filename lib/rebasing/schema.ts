import { z } from "zod";
import { line, many, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";

/** So many people at once can be looked through before somebody agrees. */
export const MOST_AT_ONCE = 50;

/** The digest is that of the preview: what changed since is not agreed to. */
export const rebasingForm = z.object({
  onceKey: uuid(),
  enrolmentIds: many(uuid(), MOST_AT_ONCE),
  digest: line(64),
  reason: paragraph(2000),
});
export type RebasingForm = z.output<typeof rebasingForm>;

/** Who was ticked, in the address of the preview. */
export const rebasingWish = z.object({ enrolment: many(uuid(), MOST_AT_ONCE).catch([]) });

export const rebasingFilter = z.object({
  q: optional(line(100)).catch(null),
  page: wholeNumber(1, 100_000).catch(1),
});
export type RebasingFilter = z.output<typeof rebasingFilter>;
