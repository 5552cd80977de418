import { z } from "zod";
import { day, optional, paragraph, uuid } from "@/lib/platform/fields";

/** Of one person, or of a team with those below it: one of the two. */
export const readingForm = z
  .object({
    onceKey: uuid(),
    personId: optional(uuid()),
    teamId: optional(uuid()),
    auditorId: uuid(),
    fromOn: day(),
    toOn: day(),
    reason: paragraph(2000),
  })
  .refine(({ personId, teamId }) => (personId === null) !== (teamId === null), { error: "required" });
export type ReadingForm = z.output<typeof readingForm>;

export const readingKey = z.object({ grantId: uuid() });
export type ReadingKey = z.output<typeof readingKey>;

type Named = { readonly name: string; readonly latinName: string };

export type ReadingRow = {
  readonly grantId: string;
  readonly auditor: Named;
  readonly by: Named;
  readonly fromOn: string;
  readonly toOn: string;
  readonly reason: string;
  readonly withdrawnById: string | null;
  /** Not about one person, but about everybody in the team. */
  readonly isOfTeam: boolean;
};
export type ReadingsPage = {
  readonly today: string;
  readonly auditors: readonly (Named & { readonly id: string })[];
  readonly grants: readonly ReadingRow[];
};

/** What an auditor may read now: of whom, until when. */
export type OwnReading = {
  readonly grantId: string;
  readonly toOn: string;
  readonly reason: string;
  readonly by: Named;
  readonly people: readonly (Named & { readonly id: string })[];
};
