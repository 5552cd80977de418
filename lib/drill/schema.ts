import { z } from "zod";
import { DRILL_KINDS } from "@/lib/domain/drill";
import { peopleNamed, scenes } from "@/lib/event/schema";
import { choice, day, line, optional, paragraph, uuid } from "@/lib/platform/fields";

export const drillForm = z
  .object({
    onceKey: uuid(),
    kind: choice(DRILL_KINDS),
    plannedOn: day(),
    title: line(200),
    note: optional(paragraph(2000)).transform((text) => text ?? ""),
    subCases: scenes(),
    people: peopleNamed(),
  })
  .transform(({ people: personIds, ...form }) => ({ ...form, personIds }));
export type DrillForm = z.output<typeof drillForm>;

export const drillCancellation = z.object({ drillId: uuid(), reason: paragraph(1000) });
export type DrillCancellation = z.output<typeof drillCancellation>;
