import "server-only";
import { loadReaders, loadWebhooksFor } from "@/lib/delivery/facts";
import type { Caller } from "@/lib/domain/access";
import { currencyRules } from "@/lib/domain/currency";
import { JOB_DONE, type JobOutcome, type JobPayload } from "@/lib/domain/job";
import { type NewNotice, neededAround, noticesOf, settledBy } from "@/lib/domain/notice";
import { TOPIC_OF } from "@/lib/domain/notice-kind";
import { placeOf } from "@/lib/domain/notice-place";
import { endingReminders, lapsedReminders, silentReminders, targetReminders } from "@/lib/domain/reminder";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { alarmsOf, type LastSound, soundAgain, type TrailFound } from "@/lib/domain/trail-alarm";
import { insertJobs } from "@/lib/job/facts";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { findTargetsAtRisk } from "@/lib/target-date/facts";
import { mailJobs, planned, webhookJobs } from "./delivering";
import { loadAround, loadOverseers } from "./facts";
import {
  insertNotices,
  loadEvent,
  loadEventsAfter,
  loadNotice,
  lockCursor,
  moveCursor,
  settleNotices,
} from "./records";
import type { AllNotices, NoticeKey } from "./schema";
import { loadEnding, loadLapsed, loadSilent } from "./scope";

/** Events read in one go. */
const BATCH = 500;

/**
 * Reads the audit on from where it was read to, and asks for a job for each event that somebody is told of: in one
 * transaction, so that no event is passed over. Answers whether there may be more.
 */
export async function followAudit(now: Date): Promise<boolean> {
  const answer = await inTransaction(async (tx) => {
    const from = await lockCursor(tx);
    if (from === null) return accept(false);
    const events = await loadEventsAfter(tx, from, BATCH);
    const last = events.at(-1);
    if (!last) return accept(false);
    const noticed = events.filter(({ isNoticed }) => isNoticed);
    const jobs = noticed.map(({ seq, at }) => ({
      kind: "tellOfEvent" as const,
      key: String(seq),
      payload: { seq },
      runAt: at,
    }));
    await insertJobs(tx, jobs, now);
    await moveCursor(tx, last.seq);
    return accept(events.length === BATCH);
  });
  return answer.ok && answer.value;
}

/** Makes the notices of one event, and settles those that it ends. Done twice, it changes nothing. */
export async function tellOfEvent({ seq }: JobPayload, now: Date): Promise<JobOutcome> {
  const done = await inTransaction<Decision<null, { code: "Busy" }>>(async (tx) => {
    const event = await loadEvent(tx, Number(seq));
    if (!event) return accept(null);
    const settled = settledBy(event);
    if (settled) await settleNotices(tx, settled, event.at);
    await tell(tx, noticesOf(event, await loadAround(tx, neededAround(event), now)), now);
    return accept(null);
  });
  return done.ok ? JOB_DONE : refuse({ code: "Fault" });
}

/** The notices, and what is to be sent of them, in the same transaction. */
async function tell(tx: Tx, notices: readonly NewNotice[], now: Date) {
  if (notices.length === 0) return;
  const readers = await loadReaders(tx, [...new Set(notices.map(({ personId }) => personId))], now);
  const targets = await loadWebhooksFor(tx, [...new Set(notices.map(({ kind }) => TOPIC_OF[kind]))]);
  const all = planned(notices, readers, now);
  await insertNotices(tx, all, now);
  await insertJobs(tx, [...mailJobs(all), ...webhookJobs(notices, targets)], now);
}

/** Once a day of each calendar. Told by their keys: a second run of the day tells nobody twice. */
export async function remind({ zone, day }: JobPayload, now: Date): Promise<JobOutcome> {
  const calendar = { zone: String(zone), day: String(day) };
  const rules = currencyRules(await findPolicyValuesNow(now));
  const ending = rules.length === 0 ? [] : await loadEnding(db(), calendar, rules);
  const silent = await loadSilent(db(), calendar);
  const lapsed = await loadLapsed(db(), calendar, now);
  const around = (enrolmentId: string) => loadAround(db(), { of: "enrolment", enrolmentId }, now);
  const notices = lapsedReminders(
    lapsed.map(({ holderId, ...row }) => ({ ...row, toIds: [holderId] })),
    now,
  );
  for (const row of ending) {
    const toIds = [row.personId, ...(await around(row.enrolmentId)).managerIds];
    notices.push(...endingReminders([{ ...row, toIds }], calendar.day, now));
  }
  for (const row of silent) {
    const { mentorIds, managerIds } = await around(row.enrolmentId);
    notices.push(...silentReminders([{ ...row, toIds: [...mentorIds, ...managerIds] }], now));
  }
  for (const row of await findTargetsAtRisk(calendar, now)) {
    const { mentorIds, managerIds } = await around(row.enrolmentId);
    notices.push(...targetReminders([{ ...row, toIds: [...mentorIds, ...managerIds] }], now));
  }
  const done = await inTransaction(async (tx) => {
    await tell(tx, notices, now);
    return accept(null);
  });
  return done.ok ? JOB_DONE : refuse({ code: "Fault" });
}

/** What a verification found, to who watches over the trail; but for who ran it and sees it. Within its transaction. */
export async function tellOfTrail(tx: Tx, found: TrailFound, { since, byId, now }: TrailTold) {
  const toIds = (await loadOverseers(tx)).filter((id) => id !== byId);
  for (const about of soundAgain(found))
    await settleNotices(tx, { about, enrolmentId: null, criterionCode: null }, now);
  await tell(tx, alarmsOf(found, since, toIds, now), now);
}
type TrailTold = { readonly since: LastSound; readonly byId: string | null; readonly now: Date };

type NoticeRefusal = { code: "NotFound" } | { code: "Busy" };

/** One's own notice; read twice it keeps the first time. Answers where to go when it is opened. */
export const readNotice = ({ noticeId }: NoticeKey, { actor, now }: Caller) =>
  inTransaction<Decision<{ href: string | null }, NoticeRefusal>>(async (tx) => {
    const notice = await loadNotice(tx, noticeId, actor.id);
    if (!notice) return refuse({ code: "NotFound" });
    await tx.notice.updateMany({ where: { id: noticeId, readAt: null }, data: { readAt: now } });
    return accept({ href: placeOf(notice) });
  });

/** Everything that stood when the page was opened: ids sort by when they were made. Reading leaves no trace in the audit: it decides nothing. */
export const readAllNotices = ({ until }: AllNotices, { actor, now }: Caller) =>
  inTransaction<Decision<{ read: number }, NoticeRefusal>>(async (tx) => {
    const where = { personId: actor.id, readAt: null, id: { lt: newId(new Date(until)) } };
    const { count } = await tx.notice.updateMany({ where, data: { readAt: now } });
    return accept({ read: count });
  });
