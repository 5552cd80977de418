import "server-only";
import { JOB_DONE, type JobOutcome } from "@/lib/domain/job";
import { type NoticeTopic, TOPIC_OF } from "@/lib/domain/notice-kind";
import { placeOf } from "@/lib/domain/notice-place";
import { refuse } from "@/lib/domain/result";
import { outcomeOf, slackBody, teamsBody, type WebhookMessage } from "@/lib/domain/webhook";
import type { SentNotice } from "@/lib/notice/schema";
import { env } from "@/lib/platform/env";
import { type Mail, type MailServer, sendMail } from "@/lib/platform/mail";
import { post, signedHeaders } from "@/lib/platform/outgoing";

/** Sending itself: no database, no choice; what comes back is what a job makes of it. */

export const linkOf = (notice: Pick<SentNotice, "kind" | "subjectId" | "values" | "isOpen">) =>
  `${env().APP_ORIGIN}${(notice.isOpen ? placeOf(notice) : null) ?? "/notices"}`;

/** By this the receiver knows a mail that comes again. */
export const messageIdOf = (key: string) =>
  `<${key.replaceAll(/[^\w.-]+/g, ".")}@${new URL(env().APP_ORIGIN).hostname}>`;

export async function mail(server: MailServer, content: Mail): Promise<JobOutcome> {
  const sent = await sendMail(server, content);
  return sent.ok ? JOB_DONE : refuse({ code: sent.failure, isFinal: sent.isFinal });
}

export type Target = {
  readonly kind: "slack" | "teams" | "generic";
  readonly url: string | null;
  readonly secret: string | null;
};
export type Saying = {
  /** The same over all tries: the receiver's key against repeats. */
  readonly id: string;
  readonly message: WebhookMessage;
  readonly type: string;
  readonly at: Date;
  readonly facts: Readonly<Record<string, unknown>>;
};

const bodyOf = ({ kind }: Target, { message, type, at, facts }: Saying) => {
  if (kind === "slack") return slackBody(message);
  if (kind === "teams") return teamsBody(message);
  return { type, timestamp: at.toISOString(), data: { ...facts, url: message.url } };
};

export async function call(target: Target, saying: Saying, now: Date): Promise<JobOutcome> {
  if (target.url === null) return refuse({ code: "SignInRefused" });
  const body = JSON.stringify(bodyOf(target, saying));
  const headers = target.secret === null ? {} : signedHeaders(target.secret, { id: saying.id, at: now, body });
  const called = await post({ url: target.url, body, headers }, env().SODATE_WEBHOOKS);
  if ("failure" in called) return refuse({ code: called.failure, isFinal: called.failure === "AddressRefused" });
  const outcome = outcomeOf(target.kind, called);
  if (outcome.ok) return JOB_DONE;
  const { code, isFinal, afterSeconds } = outcome;
  const after = afterSeconds === null ? {} : { after: new Date(now.getTime() + afterSeconds * 1000) };
  return refuse({ code, isFinal, ...after });
}

/** Ids, codes and numbers for a program; the words for a channel. */
export function sayingOf(
  notice: SentNotice,
  words: { title: string; text: string; open: string },
  webhookId: string,
): Saying {
  const { key, kind, at, values, subjectId, actorId } = notice;
  const topic: NoticeTopic = TOPIC_OF[kind];
  return {
    id: `msg_${key.replaceAll(/[^\w.-]+/g, ".")}.${kind}.${webhookId}`,
    message: { ...words, url: linkOf(notice) },
    type: `notice.${kind}`,
    at,
    facts: { topic, subjectId, actorId, ...values },
  };
}
