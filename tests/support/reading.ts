import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { ReadingForm } from "@/lib/reading/schema";
import { FOUNDED } from "./builders";

type Ref = { readonly id: string };
type About = { personId?: string; teamId?: string; fromOn?: string; toOn?: string; reason?: string };

/** What the form of a grant sends, with a key of its own each time. */
export const readingOf = (auditor: Ref, wish: About) => (): ReadingForm => ({
  ...{ onceKey: newId(), auditorId: auditor.id, personId: null, teamId: null },
  ...{ fromOn: "2026-11-20", toOn: "2026-11-26", reason: "年次監査で証跡の内容を確かめるため。" },
  ...wish,
});

type Wish = { personId?: string; teams: readonly Ref[]; by: Ref; fromOn?: string; toOn?: string };

/** A grant as it stands. */
export async function aReading(
  auditor: Ref,
  { personId, teams, by, fromOn = "2026-11-20", toOn = "2026-11-26" }: Wish,
) {
  const id = newId();
  const days = { fromOn: toDbDay(fromOn), toOn: toDbDay(toOn), grantedAt: FOUNDED };
  const about = { auditorId: auditor.id, personId: personId ?? null, teamIds: teams.map((team) => team.id) };
  await db().readingGrant.create({ data: { id, ...about, ...days, reason: "年次監査", grantedById: by.id } });
  return { id };
}
