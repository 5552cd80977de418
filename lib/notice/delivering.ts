import { type Plan, planFor, type Reader } from "@/lib/domain/delivery";
import type { NewNotice } from "@/lib/domain/notice";
import { type NoticeTopic, TOPIC_OF } from "@/lib/domain/notice-kind";
import type { NewJob } from "@/lib/job/facts";

/** What is to be sent of new notices, as jobs: to each person as they chose, to each webhook once for what happened. */

export type PlannedNotice = NewNotice & { readonly plan: Plan };

export const planned = (
  notices: readonly NewNotice[],
  readers: ReadonlyMap<string, Reader>,
  now: Date,
): PlannedNotice[] =>
  notices.map((notice) => ({ ...notice, plan: planFor(TOPIC_OF[notice.kind], readers.get(notice.personId), now) }));

/** The job's key is also what the mail is known by: sent twice, it is the same mail. */
export const mailJobs = (notices: readonly PlannedNotice[]): NewJob[] =>
  notices.flatMap(({ personId, kind, key, plan }): NewJob[] => {
    if (plan.way === "app") return [];
    const runAt = plan.at;
    if (plan.way === "mail")
      return [{ kind: "sendMail", key: `${key} ${kind} ${personId}`, payload: { personId, kind, key }, runAt }];
    const until = runAt.toISOString();
    return [{ kind: "sendDigest", key: `${until} ${personId}`, payload: { personId, until }, runAt }];
  });

type Target = { readonly id: string; readonly topics: readonly NoticeTopic[] };

export function webhookJobs(notices: readonly NewNotice[], targets: readonly Target[]): NewJob[] {
  const once = new Map(notices.map((notice) => [`${notice.key} ${notice.kind}`, notice]));
  return [...once.values()].flatMap(({ kind, key }) =>
    targets
      .filter(({ topics }) => topics.includes(TOPIC_OF[kind]))
      .map(
        ({ id }): NewJob => ({
          kind: "callWebhook",
          key: `${id} ${key} ${kind}`,
          payload: { webhookId: id, kind, key },
        }),
      ),
  );
}
