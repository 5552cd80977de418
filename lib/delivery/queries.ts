import "server-only";
import type { Actor } from "@/lib/domain/access";
import { DEFAULT_DIGEST_HOUR, type NoticeWay, waysOf } from "@/lib/domain/delivery";
import { db } from "@/lib/platform/db";
import { loadWebhook, loadWebhooks } from "./records";
import type { MailSecurity, MailServerShown, OwnChoices, WebhookShown } from "./schema";

/** The mail server as it is set, without its password; and the webhooks. Null for who is no administrator. */
export async function findDelivery(actor: Actor) {
  if (!actor.isAdmin) return null;
  const [server, webhooks] = await Promise.all([findMailServer(actor), loadWebhooks(db())]);
  return { server, webhooks };
}

export async function findMailServer(actor: Actor): Promise<MailServerShown | null> {
  if (!actor.isAdmin) return null;
  const row = await db().mailServer.findFirst();
  if (!row) return null;
  const { host, port, userName, fromAddress } = row;
  return { host, port, security: row.security as MailSecurity, userName, fromAddress };
}

/** One webhook with the secret that its program checks our signature by. */
export async function findWebhook(actor: Actor, id: string): Promise<WebhookShown | null> {
  const found = actor.isAdmin ? await loadWebhook(db(), id) : null;
  if (!found) return null;
  const { url, ...webhook } = found;
  return { ...webhook, host: url === null ? null : new URL(url).host };
}

/** What the reader chose, with ours for what they did not. */
export async function findOwnChoices(actor: Actor): Promise<OwnChoices> {
  const person = await db().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { noticeChoices: { select: { topic: true, way: true } }, noticeHours: true },
  });
  const chosen = Object.fromEntries(person.noticeChoices.map(({ topic, way }): [string, NoticeWay] => [topic, way]));
  const { quietFrom = null, quietTo = null, digestAt = DEFAULT_DIGEST_HOUR } = person.noticeHours ?? {};
  return {
    ways: waysOf(chosen),
    quietFrom,
    quietTo,
    digestHour: digestAt,
    sendsMail: (await db().mailServer.count()) > 0,
  };
}
