import "server-only";
import type { MovableEnrolment, TransferFacts } from "@/lib/domain/transfer";
import { todayIn } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";
import { type EnrolmentRow, loadEnrolments } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

type Asked = { readonly enrolmentId: string; readonly toTeamId: string };

/** The trainee locked and the new team kept from closing; null where one of them is not there. */
export async function loadTransfer(tx: Tx, { enrolmentId, toTeamId }: Asked, now: Date): Promise<TransferFacts | null> {
  const owner = await tx.enrolment.findUnique({ where: { id: enrolmentId }, select: { personId: true } });
  if (!owner) return null;
  await lockPeople(tx, [owner.personId]);
  await tx.$queryRaw`select id from "Team" where id = ${toTeamId}::uuid for share`;
  const team = await tx.team.findUnique({ where: { id: toTeamId }, include: { ancestors: true } });
  const rows = await loadEnrolments(
    tx,
    Prisma.sql`e."personId" = ${owner.personId}::uuid and (e."endedOn" is null or e.id = ${enrolmentId}::uuid)`,
  );
  const moves = await tx.transfer.groupBy({
    by: ["enrolmentId"],
    where: { enrolmentId: { in: rows.map(({ ref }) => ref.enrolmentId) } },
    _max: { movedOn: true },
  });
  const last = new Map(moves.map((each) => [each.enrolmentId, each._max.movedOn?.toISOString().slice(0, 10) ?? null]));
  const all = rows.map((row) => movable(row, last.get(row.ref.enrolmentId) ?? null));
  const asked = all.find(({ ref }) => ref.enrolmentId === enrolmentId);
  if (!team || !asked) return null;
  return {
    asked,
    others: all.filter((each) => each !== asked),
    to: {
      teamId: team.id,
      ancestorIds: team.ancestors.map(({ ancestorId }) => ancestorId),
      closed: team.closedOn !== null,
    },
    today: todayIn(team.timeZone, now),
  };
}

const movable = ({ ref, enrolledOn, endedOn }: EnrolmentRow, lastMovedOn: string | null): MovableEnrolment => ({
  ref,
  enrolledOn,
  endedOn,
  lastMovedOn,
});
