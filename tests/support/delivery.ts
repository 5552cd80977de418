import { addWebhook, setMailServer } from "@/lib/delivery/commands";
import type { MailServerForm, WebhookForm } from "@/lib/delivery/schema";
import type { Actor } from "@/lib/domain/access";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

export const SENDER = "sodate@aoba.example";
export const mailForm = (port: number, change: Partial<MailServerForm> = {}): MailServerForm => ({
  host: "127.0.0.1",
  port,
  security: "none",
  userName: null,
  password: null,
  fromAddress: SENDER,
  ...change,
});

export async function mailGoesTo(port: number, actor: Actor, change: Partial<MailServerForm> = {}) {
  await setMailServer(mailForm(port, change), { actor, now: new Date("2026-11-20T01:00:00Z") });
}

export async function aWebhook(url: string, actor: Actor, change: Partial<WebhookForm> = {}) {
  const onceKey = newId();
  const form: WebhookForm = {
    onceKey,
    kind: "generic",
    name: "社内の受け口",
    url,
    topics: ["requestWaiting"],
    locale: "ja",
    ...change,
  };
  const answer = await addWebhook(form, { actor, now: new Date("2026-11-20T01:00:00Z") });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { id: onceKey };
}

type Event = Parameters<typeof recordEvent>[1];

/** An event of the audit, as a command would write it. */
export const happens = (action: Event["action"], actorId: string, subjectId: string, body: Event["body"]) =>
  inTransaction(async (tx) => {
    await recordEvent(tx, { action, actorId, subjectId, body });
    return { ok: true as const, value: null };
  });
