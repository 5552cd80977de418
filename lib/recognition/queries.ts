import "server-only";
import type { Actor } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { recognitionStands } from "@/lib/revocation/scope";

export const RECOGNITIONS_A_PAGE = 50;

export type RecognitionListRow = {
  id: string;
  personId: string;
  name: string;
  latinName: string;
  roleGroupCode: RoleGroupCode | null;
  step: StepNumber;
  recognisedOn: string;
  reason: string;
  byName: string;
  byLatinName: string;
  revoked: boolean;
  /** It stands and is not the reader's own. */
  mayRevoke: boolean;
  total: number;
};

/** What was recognised in the actor's teams, the latest first; null for who manages none. One statement. */
export async function listRecognitions(actor: Actor, page: number) {
  if (actor.managedTeamIds.length === 0) return null;
  const rows = await db().$queryRaw<RecognitionListRow[]>`
    select r.id, e."personId", p.name, p."latinName", e."roleGroupCode", r.step::int as step,
           to_char(r."recognisedOn", 'YYYY-MM-DD') as "recognisedOn", r.reason, b.name as "byName", b."latinName" as "byLatinName",
           not ${recognitionStands("r")} as revoked,
           ${recognitionStands("r")} and e."personId" <> ${actor.id}::uuid as "mayRevoke", count(*) over ()::int as total
      from "Recognition" r join "Enrolment" e on e.id = r."enrolmentId"
      join "Person" p on p.id = e."personId" join "Person" b on b.id = r."recognisedById"
     where e."teamId" in (select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[]))
     order by r."recognisedAt" desc, e."personId", e."roleGroupCode" nulls last, r.step desc, r.id limit ${RECOGNITIONS_A_PAGE} offset ${(page - 1) * RECOGNITIONS_A_PAGE}`;
  return { rows, total: rows[0]?.total ?? 0 };
}
