import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Curriculum } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { Movable } from "@/lib/domain/edition";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { Tx } from "@/lib/platform/db";
import { digestOf } from "@/lib/platform/digest";
import { Prisma } from "@/prisma/generated/client";
import type { EditionPair } from "./schema";

/** Which edition is in force for the team of each enrolment: the nearest team's with local changes, the organisation's, the content's. */
const inForce = Prisma.sql`coalesce(
  (select f."editionId" from "TeamAncestor" a join "EditionInForce" f on f."teamId" = a."ancestorId"
    where a."teamId" = e."teamId" order by a.depth, f."putAt" desc, f.id desc limit 1),
  (select f."editionId" from "EditionInForce" f where f."teamId" is null order by f."putAt" desc, f.id desc limit 1),
  (select c.id from "CurriculumEdition" c where c."baseId" is null order by c."loadedAt" desc, c.id desc limit 1))`;

/** Enrolments with an open STEP: to what is signed off, no edition comes any more. */
const managed = (actor: Actor) => Prisma.sql`
  exists (select 1 from "PersonStanding" o where o."enrolmentId" = e.id and o."openStep" is not null) and e."endedOn" is null and e."personId" <> ${actor.id}::uuid and e."teamId" in (
    select a."teamId" from "TeamAncestor" a where a."ancestorId" = any(${[...actor.managedTeamIds]}::uuid[]))`;

export type PairRow = { fromId: string; toId: string; fromAt: Date; toAt: Date; enrolments: number };

/** Editions that the actor's trainees are measured by although another one is in force. One statement. */
export const loadPairs = (tx: Tx, actor: Actor) => tx.$queryRaw<PairRow[]>`
  select x."editionId" as "fromId", x."inForce" as "toId", f."loadedAt" as "fromAt", t."loadedAt" as "toAt", x.enrolments
    from (select e."editionId", ${inForce} as "inForce", count(*)::int as enrolments
            from "Enrolment" e where ${managed(actor)} group by 1, 2) x
    join "CurriculumEdition" f on f.id = x."editionId" join "CurriculumEdition" t on t.id = x."inForce"
   where x."editionId" <> x."inForce" order by f."loadedAt", x."editionId", x."inForce"`;

export type MovableRow = Movable & {
  readonly name: string;
  readonly latinName: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly openStep: StepNumber | null;
  readonly begun: number;
};

type Raw = {
  enrolmentId: string;
  traineeId: string;
  roleGroupCode: RoleGroupCode | null;
  teamId: string;
  ancestorIds: string[];
  name: string;
  latinName: string;
  openStep: StepNumber | null;
  verifiedCodes: string[];
};

type Asked = { readonly limit: number; readonly ids?: readonly string[] };

/** Enrolments of one pair, with what of their open STEP was verified or judged. One statement. */
export async function loadMovable(tx: Tx, actor: Actor, { from, to }: EditionPair, { limit, ids }: Asked) {
  const among = ids ? Prisma.sql`e.id = any(${[...ids]}::uuid[])` : Prisma.sql`true`;
  const rows = await tx.$queryRaw<Raw[]>`
    select e.id as "enrolmentId", e."personId" as "traineeId", e."roleGroupCode", e."teamId", p.name, p."latinName",
           (select array_agg(a."ancestorId"::text order by a.depth) from "TeamAncestor" a where a."teamId" = e."teamId") as "ancestorIds",
           s."openStep"::int as "openStep", ${verifiedCodes} as "verifiedCodes"
      from "Enrolment" e join "Person" p on p.id = e."personId" join "PersonStanding" s on s."enrolmentId" = e.id
     where ${managed(actor)} and ${among} and e."editionId" = ${from}::uuid and ${inForce} = ${to}::uuid
     order by p.reading, p.id, e."roleGroupCode" nulls first limit ${limit}`;
  const old = await curriculumFor(from);
  return rows.map((row) => movableRow(row, { from, to }, old));
}

/** Criteria with a verified claim or a judgement that stands. */
export const verifiedCodes = Prisma.sql`array(
  select c."criterionCode" from "RecordClaim" c join "PracticeRecord" r on r.id = c."recordId"
    join "Verification" v on v."claimId" = c.id and v."withdrawnAt" is null
   where c."enrolmentId" = e.id and c."withdrawnAt" is null and r."withdrawnAt" is null
  union select j."criterionCode" from "Attestation" j where j."enrolmentId" = e.id)`;

function movableRow(row: Raw, { from, to }: EditionPair, { criterion }: Curriculum): MovableRow {
  const { enrolmentId, traineeId, roleGroupCode, teamId, ancestorIds, verifiedCodes: codes, ...shown } = row;
  const begun = codes.filter((code) => criterion(code)?.step === row.openStep).length;
  return {
    ...shown,
    roleGroupCode,
    begun,
    ref: { enrolmentId, traineeId, roleGroupCode, team: { teamId, ancestorIds } },
    fromEditionId: from,
    toEditionId: to,
    hasBegun: begun > 0,
  };
}

/** What was shown of each: who it is, and whether the rule lets them stay. */
export const digestOfMovable = (rows: readonly Movable[]): string =>
  digestOf(rows.map(({ ref, hasBegun }) => `${ref.enrolmentId} ${hasBegun}`).sort());
