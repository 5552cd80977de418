import { type UsualWait, usualWait } from "@/components/training/usual-wait";
import { now } from "@/lib/platform/clock";
import type { Locale } from "@/lib/platform/format";
import { findPoolHours } from "@/lib/queue/queries";
import type { EnrolmentView } from "@/lib/training/queries";

/** How long things usually wait with the mentors of one's enrolments. */
export async function findUsualWait(enrolments: readonly EnrolmentView[], locale: Locale): Promise<UsualWait> {
  const pools = enrolments.map(({ training: { ref } }) => ({
    roleGroupCode: ref.roleGroupCode,
    teamId: ref.team.teamId,
  }));
  return usualWait(await findPoolHours(pools, now()), locale);
}
