import "server-only";
import type { Actor } from "@/lib/domain/access";
import { compared } from "@/lib/domain/second-opinion";
import { Prisma } from "@/prisma/generated/client";
import { loadOpinions, type OpinionRow, opinionRows } from "./records";
import type { OpinionView } from "./schema";

export type { OpinionRow };

const isOneOfTheTwo = ({ id }: Actor) => Prisma.sql`(o."askedById" = ${id}::uuid or o."askedOfId" = ${id}::uuid)`;

/** One of them, for who asked and who was asked. One statement. */
export async function findOpinion(actor: Actor, opinionId: string): Promise<OpinionView | null> {
  const [row] = await loadOpinions(Prisma.sql`o.id = ${opinionId}::uuid and ${isOneOfTheTwo(actor)}`);
  return row ? opinionSeenBy(actor, row) : null;
}

/** What the actor is asked and has not answered, of people they still review or not. One statement. */
export const listAskedOf = (actor: Actor) =>
  list(actor, Prisma.sql`o."askedOfId" = ${actor.id}::uuid and o."givenAt" is null and o."declinedAt" is null`);

type Criterion = { readonly enrolmentId: string; readonly criterionCode: string };

/** About one criterion, for who asked and who was asked. One statement. */
export const listOnCriterion = (actor: Actor, { enrolmentId, criterionCode }: Criterion) =>
  list(
    actor,
    Prisma.sql`o."enrolmentId" = ${enrolmentId}::uuid and o."criterionCode" = ${criterionCode} and ${isOneOfTheTwo(actor)}`,
  );

/** About the actor's own training: that one was asked, and what came of it once both have judged. */
export const ownOpinionRows = ({ id }: Actor) =>
  opinionRows(Prisma.sql`e."personId" = ${id}::uuid and e."endedOn" is null`);

const list = async (actor: Actor, where: Prisma.Sql): Promise<readonly OpinionView[]> =>
  (await loadOpinions(where)).map((row) => opinionSeenBy(actor, row));

/** Neither sees what the other said before both have. */
export function opinionSeenBy(actor: Actor, { second, first, ...row }: OpinionRow): OpinionView {
  return {
    ...row,
    own: row.askedOf.id === actor.id && row.givenAt !== null ? second : null,
    comparison: compared(second, first, row.givenAt),
  };
}
