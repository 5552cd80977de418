import { z } from "zod";
import type { CaseRow } from "@/lib/domain/case-grid";
import { DRILL_KINDS, type DrillKind } from "@/lib/domain/drill";
import type { Occasion } from "@/lib/domain/occasion-wait";
import { pageParams, peopleNamed, scenes } from "@/lib/event/schema";
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

export const drillPath = z.object({ drillId: uuid() });

/** From the address of the team's grid. */
export const gridParams = pageParams.extend({ team: uuid().nullable().catch(null) });
export type GridParams = z.output<typeof gridParams>;

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

export type DrillListed = {
  readonly drillId: string;
  readonly kind: DrillKind;
  readonly plannedOn: string;
  readonly title: string;
  readonly subCases: readonly string[];
  readonly plannedBy: Person;
  readonly people: number;
  readonly state: "planned" | "held" | "cancelled";
};
export type DrillSeen = Omit<DrillListed, "people"> & {
  readonly note: string;
  readonly isOwn: boolean;
  readonly cancelReason: string | null;
  readonly eventId: string | null;
  readonly invited: readonly Person[];
};

/** One person in the grid of a team. */
export type GridRow = { readonly person: Person; readonly cases: readonly CaseRow[] };
export type TeamGrid = {
  readonly teams: readonly { readonly teamId: string; readonly nameJa: string; readonly nameEn: string }[];
  readonly rows: readonly GridRow[];
  readonly total: number;
  /** Of everybody in the grid, not only of this page: how many have met each scene. */
  readonly metBy: ReadonlyMap<string, number>;
  readonly asked: number;
};

/** People who wait for the same occasion. */
export type WaitingGroup = {
  /** The criterion, or the sub-case of a drill. */
  readonly code: string;
  readonly occasion: Occasion;
  readonly people: readonly (Person & { readonly enrolmentId: string; readonly step: number })[];
};
export type WaitingList = {
  readonly groups: readonly WaitingGroup[];
  /** People looked at: this page, and all. */
  readonly shown: number;
  readonly total: number;
};
