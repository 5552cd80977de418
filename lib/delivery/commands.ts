import "server-only";
import { randomBytes } from "node:crypto";
import { createTranslator } from "next-intl";
import { findCopyTarget } from "@/lib/audit/facts";
import type { Actor, Caller } from "@/lib/domain/access";
import { isStillToSend } from "@/lib/domain/delivery";
import { JOB_DONE, type JobFailure, type JobOutcome, type JobPayload } from "@/lib/domain/job";
import { TOPIC_OF } from "@/lib/domain/notice-kind";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { refusalOfUrl, type UrlRefusal } from "@/lib/domain/webhook";
import { findTold, findToldToAnybody, listForDigest, wordingIn } from "@/lib/notice/queries";
import type { SentNotice } from "@/lib/notice/schema";
import { recordEvent } from "@/lib/platform/audit";
import { db, inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/format";
import { messagesIn } from "@/lib/platform/messages";
import { checkpointBody, mailBody } from "./mail-body";
import {
  deleteMailServer,
  endWebhookRow,
  insertWebhook,
  loadMailbox,
  loadMailServer,
  loadWebhook,
  markMailed,
  upsertMailServer,
} from "./records";
import { type ChoicesForm, type MailServerForm, type WebhookForm, type WebhookKey, waysInForm } from "./schema";
import { call, linkOf, mail, messageIdOf, sayingOf } from "./send";

/** One mail of one notice. Read, settled or sent meanwhile, it is not sent (again). */
export async function sendNoticeMail({ personId, key, kind }: JobPayload, now: Date): Promise<JobOutcome> {
  const notice = await findTold(String(personId), String(key), String(kind));
  if (!notice || !isStillToSend(notice)) return JOB_DONE;
  return mailTo(String(personId), [notice], `${key} ${kind} ${personId}`, now);
}

/** What came since the last digest, in one mail. */
export async function sendDigest({ personId, until }: JobPayload, now: Date): Promise<JobOutcome> {
  const waiting = await listForDigest(String(personId), new Date(String(until)));
  const notices = waiting.filter(isStillToSend);
  return notices.length === 0 ? JOB_DONE : mailTo(String(personId), notices, `digest ${until} ${personId}`, now);
}

/** A crash between sending and marking sends it again: under the same id, by which mail programs know it. */
async function mailTo(personId: string, notices: readonly SentNotice[], key: string, now: Date): Promise<JobOutcome> {
  const server = await loadMailServer(db());
  const mailbox = await loadMailbox(db(), personId);
  if (!server || !mailbox) return JOB_DONE;
  const wordOf = await wordingIn(mailbox.locale);
  const lines = notices.map((notice) => ({ text: wordOf(notice), href: linkOf(notice) }));
  const body = mailBody(mailbox.locale, lines, env().APP_ORIGIN);
  const outcome = await mail(server, { to: mailbox.email, messageId: messageIdOf(key), ...body });
  if (outcome.ok)
    await markMailed(
      db(),
      notices.map(({ id }) => id),
      now,
    );
  return outcome;
}

/** What happened, to one webhook. A target that says that it is gone is called no more. */
export async function callWebhook({ webhookId, key, kind }: JobPayload, now: Date): Promise<JobOutcome> {
  const webhook = await loadWebhook(db(), String(webhookId));
  const notice = await findToldToAnybody(String(key), String(kind));
  if (!webhook || !notice) return JOB_DONE;
  const words = {
    ...channelWords(webhook.locale, TOPIC_OF[notice.kind]),
    text: (await wordingIn(webhook.locale))(notice),
  };
  const outcome = await call(webhook, sayingOf(notice, words, webhook.id), now);
  if (!outcome.ok && outcome.refusal.code === "TargetGone")
    await endWebhookRow(db(), webhook.id, { endedAt: now, endedById: null });
  return outcome;
}

/** A signed checkpoint, to a mailbox outside: the copy that nobody on this host can take back. */
export async function mailCheckpoint({ target, note, publicKey }: JobPayload): Promise<JobOutcome> {
  const to = findCopyTarget(target);
  const server = to === null ? null : await loadMailServer(db());
  if (to === null) return JOB_DONE;
  if (!server) return refuse({ code: "NoMailServer" });
  const [origin = "", size = ""] = String(note).split("\n");
  const attachments = [{ filename: `checkpoint-${size}.txt`, content: `${note}\n` }];
  const body = checkpointBody({ origin, size, note: String(note), publicKey: String(publicKey) });
  return mail(server, { to, messageId: messageIdOf(`checkpoint ${size} ${target}`), attachments, ...body });
}

/** The same to a program. It is signed by the trail's own key; who keeps it needs no other secret. */
export async function callCheckpoint({ target, note, publicKey }: JobPayload, now: Date): Promise<JobOutcome> {
  const url = findCopyTarget(target);
  if (url === null) return JOB_DONE;
  const [origin = "", size = ""] = String(note).split("\n");
  const facts = { origin, size: Number(size), note, publicKey };
  const message = { title: "", text: "", open: "", url: `${env().APP_ORIGIN}/audit/verification` };
  const saying = { id: `msg_checkpoint.${size}.${target}`, message, type: "audit.checkpoint", at: now, facts };
  return call({ kind: "generic", url, secret: null }, saying, now);
}

function channelWords(locale: Locale, topic: (typeof TOPIC_OF)[keyof typeof TOPIC_OF]) {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: "delivery" });
  return { title: t(`topics.${topic}`), open: t("mail.open") };
}

type AdminRefusal = { code: "NotFound" } | { code: "Busy" };
const isAdmin = (actor: Actor) => actor.isAdmin;

/** The mail server; without one no mail is sent. */
export const setMailServer = (form: MailServerForm, { actor, now }: Caller) =>
  inTransaction<Decision<null, AdminRefusal>>(async (tx) => {
    if (!isAdmin(actor)) return refuse({ code: "NotFound" });
    await upsertMailServer(tx, form, { setById: actor.id, setAt: now });
    const body = { port: form.port, security: form.security, signsIn: form.userName !== null };
    await recordEvent(tx, { action: "MailServerSet", actorId: actor.id, subjectId: actor.id, body });
    return accept(null);
  });

export const removeMailServer = (_form: object, { actor }: Caller) =>
  inTransaction<Decision<null, AdminRefusal>>(async (tx) => {
    if (!isAdmin(actor)) return refuse({ code: "NotFound" });
    const { count } = await deleteMailServer(tx);
    if (count > 0)
      await recordEvent(tx, { action: "MailServerRemoved", actorId: actor.id, subjectId: actor.id, body: {} });
    return accept(null);
  });

type TestRefusal = AdminRefusal | { code: "NoMailServer" } | { code: "TestFailed"; failures: readonly JobFailure[] };
const tested = (outcome: JobOutcome): Decision<null, TestRefusal> =>
  outcome.ok ? accept(null) : refuse({ code: "TestFailed", failures: [outcome.refusal.code] });

/** At once, to whoever asks. */
export async function testMail(_form: object, { actor, now }: Caller): Promise<Decision<null, TestRefusal>> {
  if (!isAdmin(actor)) return refuse({ code: "NotFound" });
  const server = await loadMailServer(db());
  const mailbox = await loadMailbox(db(), actor.id);
  if (!server || !mailbox) return refuse({ code: "NoMailServer" });
  const t = createTranslator({ locale: mailbox.locale, messages: messagesIn(mailbox.locale), namespace: "delivery" });
  const body = mailBody(
    mailbox.locale,
    [{ text: t("mail.test"), href: `${env().APP_ORIGIN}/delivery` }],
    env().APP_ORIGIN,
  );
  return tested(
    await mail(server, { to: mailbox.email, messageId: messageIdOf(`test ${now.getTime()} ${actor.id}`), ...body }),
  );
}

type WebhookRefusal = AdminRefusal | UrlRefusal;

/** A program of one's own gets a secret to check our signature by; a channel's address is its secret. */
export const addWebhook = (form: WebhookForm, { actor, now }: Caller) =>
  inTransaction<Decision<{ webhookId: string }, WebhookRefusal>>(
    async (tx) => {
      if (!isAdmin(actor)) return refuse({ code: "NotFound" });
      const { protocol, hostname, username, password } = new URL(form.url);
      const url = { protocol, hostname, hasSignIn: username !== "" || password !== "" };
      const refusal = refusalOfUrl(form.kind, url, env().SODATE_WEBHOOKS === "loopback");
      if (refusal) return refuse(refusal);
      const signingSecret = form.kind === "generic" ? `whsec_${randomBytes(32).toString("base64")}` : null;
      await insertWebhook(tx, form, { addedById: actor.id, addedAt: now, signingSecret });
      const body = { webhookId: form.onceKey, kind: form.kind, topics: form.topics, locale: form.locale };
      await recordEvent(tx, { action: "WebhookAdded", actorId: actor.id, subjectId: form.onceKey, body });
      return accept({ webhookId: form.onceKey });
    },
    { onDuplicate: () => accept({ webhookId: form.onceKey }) },
  );

export const endWebhook = ({ webhookId }: WebhookKey, { actor, now }: Caller) =>
  inTransaction<Decision<null, AdminRefusal>>(async (tx) => {
    if (!isAdmin(actor)) return refuse({ code: "NotFound" });
    const { count } = await endWebhookRow(tx, webhookId, { endedAt: now, endedById: actor.id });
    if (count === 0) return refuse({ code: "NotFound" });
    await recordEvent(tx, { action: "WebhookEnded", actorId: actor.id, subjectId: webhookId, body: { webhookId } });
    return accept(null);
  });

export async function testWebhook(
  { webhookId }: WebhookKey,
  { actor, now }: Caller,
): Promise<Decision<null, TestRefusal>> {
  const webhook = isAdmin(actor) ? await loadWebhook(db(), webhookId) : null;
  if (!webhook) return refuse({ code: "NotFound" });
  const t = createTranslator({ locale: webhook.locale, messages: messagesIn(webhook.locale), namespace: "delivery" });
  const url = `${env().APP_ORIGIN}/delivery`;
  const message = { title: t("mail.testTitle"), text: t("mail.test"), open: t("mail.open"), url };
  const saying = { id: `msg_test.${now.getTime()}.${webhookId}`, message, type: "test", at: now, facts: {} };
  return tested(await call(webhook, saying, now));
}

/** How and when one hears of what. */
export const chooseDelivery = (form: ChoicesForm, { actor, now }: Caller) =>
  inTransaction<Decision<null, { code: "Busy" }>>(async (tx) => {
    const { quietFrom, quietTo, digestHour: digestAt } = form;
    for (const { topic, way } of waysInForm(form)) {
      const where = { personId_topic: { personId: actor.id, topic } };
      const chosen = { way, chosenAt: now };
      await tx.noticeChoice.upsert({ where, create: { personId: actor.id, topic, ...chosen }, update: chosen });
    }
    const hours = { quietFrom, quietTo, digestAt, chosenAt: now };
    await tx.noticeHours.upsert({
      where: { personId: actor.id },
      create: { personId: actor.id, ...hours },
      update: hours,
    });
    const ways = waysInForm(form).map(({ topic, way }) => `${topic} ${way}`);
    const body = { ways, quietFrom, quietTo, digestAt };
    await recordEvent(tx, { action: "DeliveryChosen", actorId: actor.id, subjectId: actor.id, body });
    return accept(null);
  });
