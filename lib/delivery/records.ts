import "server-only";
import type { NoticeTopic } from "@/lib/domain/notice-kind";
import type { WebhookKind } from "@/lib/domain/webhook";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Locale } from "@/lib/platform/format";
import type { MailServer } from "@/lib/platform/mail";
import { seal, unseal } from "@/lib/platform/seal";
import type { MailSecurity, MailServerForm, WebhookForm, WebhookRow } from "./schema";

/** What each sealed text is for: it cannot be moved to another place. */
const MAIL_PASSWORD = "mail password";
const urlOf = (id: string) => `webhook url ${id}`;
const secretOf = (id: string) => `webhook secret ${id}`;
const secret = () => env().SODATE_SECRET;

/** Ready to be used; null where no mail is sent. */
export async function loadMailServer(tx: Tx): Promise<MailServer | null> {
  const row = await tx.mailServer.findFirst();
  if (!row) return null;
  const { host, port, security, userName, passwordSealed, fromAddress } = row;
  const password = passwordSealed === null ? null : unseal(secret(), MAIL_PASSWORD, passwordSealed);
  return { host, port, security: security as MailSecurity, userName, password, fromAddress };
}

type By = { readonly setById: string; readonly setAt: Date };

export async function upsertMailServer(tx: Tx, { password, ...form }: MailServerForm, by: By) {
  const sealed = password === null ? {} : { passwordSealed: seal(secret(), MAIL_PASSWORD, password) };
  const kept = form.userName === null ? { passwordSealed: null } : sealed;
  const columns = { ...form, ...kept, ...by };
  await tx.mailServer.upsert({ where: { single: true }, create: columns, update: columns });
}

export const deleteMailServer = (tx: Tx) => tx.mailServer.deleteMany();

/** Where a person's mail goes; null for who has left. */
export async function loadMailbox(tx: Tx, personId: string): Promise<{ email: string; locale: Locale } | null> {
  return tx.person.findFirst({ where: { id: personId, deactivatedAt: null }, select: { email: true, locale: true } });
}

export const markMailed = (tx: Tx, ids: readonly string[], now: Date) =>
  tx.notice.updateMany({ where: { id: { in: [...ids] }, mailedAt: null }, data: { mailedAt: now } });

export type Webhook = {
  readonly id: string;
  readonly kind: WebhookKind;
  readonly name: string;
  readonly topics: readonly NoticeTopic[];
  readonly locale: Locale;
  readonly url: string | null;
  readonly secret: string | null;
};

/** One that stands, with its secrets; a `url` of null cannot be read, because SODATE_SECRET is another one. */
export async function loadWebhook(tx: Tx, id: string): Promise<Webhook | null> {
  const row = await tx.webhook.findFirst({ where: { id, endedAt: null } });
  if (!row) return null;
  const { kind, name, topics, locale, urlSealed, secretSealed } = row;
  return {
    id,
    kind: kind as WebhookKind,
    name,
    topics: topics as NoticeTopic[],
    locale,
    url: unseal(secret(), urlOf(id), urlSealed),
    secret: secretSealed === null ? null : unseal(secret(), secretOf(id), secretSealed),
  };
}

type Adding = { readonly addedById: string; readonly addedAt: Date; readonly signingSecret: string | null };

export const insertWebhook = (tx: Tx, form: WebhookForm, { signingSecret, ...by }: Adding) => {
  const { onceKey: id, kind, name, url, topics, locale } = form;
  const urlSealed = seal(secret(), urlOf(id), url);
  const secretSealed = signingSecret === null ? null : seal(secret(), secretOf(id), signingSecret);
  return tx.webhook.create({ data: { id, kind, name, topics, locale, urlSealed, secretSealed, ...by } });
};

export const endWebhookRow = (tx: Tx, id: string, by: { endedAt: Date; endedById: string | null }) =>
  tx.webhook.updateMany({ where: { id, endedAt: null }, data: by });

/** Those that stand, with what still waits to be sent to each, and why it last failed. */
export const loadWebhooks = (tx: Tx) => tx.$queryRaw<WebhookRow[]>`
  select w.id, w.kind, w.name, w.topics, w."addedAt", coalesce(j.waiting, 0)::int as waiting, j.failure
    from "Webhook" w left join lateral (
      select count(*) as waiting, (array_agg(x.failure order by x."failedAt" desc nulls last))[1] as failure from "Job" x
       where x.kind = 'callWebhook' and x."doneAt" is null and x."deadAt" is null and x.key like w.id::text || ' %') j on true
   where w."endedAt" is null order by w."addedAt", w.id`;
