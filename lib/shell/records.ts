import "server-only";
import type { Actor } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { countWaitingFor } from "@/lib/reviews/scope";
import { Prisma } from "@/prisma/generated/client";

export type ShellCounts = { readonly sentBack: number; readonly reviews: number };
type Asked = { readonly isTrainee: boolean; readonly reviews: boolean; readonly now: Date };

/** Remarks that wait for the trainee's answer. */
const sentBackTo = ({ id }: Actor) => Prisma.sql`(
  select count(*)::int from "Remark" k join "Enrolment" e on e.id = k."enrolmentId"
   where e."personId" = ${id}::uuid and e."endedOn" is null and k."settledAt" is null and k."answeredAt" is null)`;

/** Everything that the navigation counts, in one statement; none for who has nothing to count. */
export async function loadShellCounts(actor: Actor, { isTrainee, reviews, now }: Asked): Promise<ShellCounts> {
  if (!isTrainee && !reviews) return NOTHING;
  const [row] = await db().$queryRaw<ShellCounts[]>`
    select ${isTrainee ? sentBackTo(actor) : Prisma.sql`0`} as "sentBack", ${reviews ? countWaitingFor(actor, now) : Prisma.sql`0`} as reviews`;
  return row ?? NOTHING;
}

const NOTHING: ShellCounts = { sentBack: 0, reviews: 0 };
