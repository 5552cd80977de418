import "server-only";
import { createHash } from "node:crypto";
import type { Actor, Caller } from "@/lib/domain/access";
import type { NamedAnalyst, PersonInReach } from "@/lib/domain/work-analyst";
import { mayImportFor, type WorkMapping } from "@/lib/domain/work-source";
import type { Tx } from "@/lib/platform/db";
import { loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import type { Source } from "./facts";

/** What a mapping is in the database. */
export function sourceColumns({ columns, trueWords, falseWords, asideWords, types, ...rest }: WorkMapping) {
  const lists = { trueWords: [...trueWords], falseWords: [...falseWords], asideWords: [...asideWords] };
  return { ...rest, ...lists, types: [...types], columns: { ...columns } };
}

/** Which state of a source a page was made from. */
export const seenOf = ({ mapping }: Source) =>
  createHash("sha256").update(JSON.stringify(mapping)).digest("base64url").slice(0, 40);

/** People of a team and those below it who train now, as far as the actor may bring in their work. Two statements. */
export async function loadPeopleInReach(
  tx: Tx,
  { team }: Pick<Source, "team">,
  actor: Actor,
): Promise<PersonInReach[]> {
  const enrolments = await loadEnrolments(
    tx,
    Prisma.sql`e."endedOn" is null and exists (
      select 1 from "TeamAncestor" ta where ta."teamId" = e."teamId" and ta."ancestorId" = ${team.teamId}::uuid)`,
  );
  const byPerson = Map.groupBy(
    enrolments.map(({ ref }) => ref),
    ({ traineeId }) => traineeId,
  );
  const ids = [...byPerson].flatMap(([personId, own]) => (mayImportFor(actor, own) ? [personId] : []));
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, email: true, employeeNumber: true, name: true },
    orderBy: [{ reading: "asc" }, { id: "asc" }],
  });
  return people.map(({ id: personId, ...person }) => ({ personId, ...person }));
}

export async function upsertAnalysts(tx: Tx, sourceId: string, named: readonly NamedAnalyst[], { actor, now }: Caller) {
  await tx.workAnalyst.deleteMany({ where: { sourceId, alias: { in: named.map(({ alias }) => alias) } } });
  await tx.workAnalyst.createMany({
    data: named.map((each) => ({ ...each, sourceId, setById: actor.id, setAt: now })),
  });
}
