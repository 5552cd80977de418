import { z } from "zod";
import { NOTICE_WAYS, type NoticeWay, type NoticeWays } from "@/lib/domain/delivery";
import { NOTICE_TOPICS, type NoticeTopic } from "@/lib/domain/notice-kind";
import { WEBHOOK_KINDS, type WebhookKind } from "@/lib/domain/webhook";
import { choice, email, line, many, optional, uuid, wholeNumber } from "@/lib/platform/fields";
import { LOCALES, type Locale } from "@/lib/platform/format";

export const MAIL_SECURITIES = ["starttls", "tls", "none"] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];

/** A password left empty is the one that is kept. */
export const mailServerForm = z.object({
  host: line(253).regex(/^[A-Za-z0-9.:_-]+$/, { error: "notAHost" }),
  port: wholeNumber(1, 65_535),
  security: choice(MAIL_SECURITIES),
  userName: optional(line(200)),
  password: optional(z.string().max(1024, { error: "tooLong" })),
  fromAddress: email(),
});
export type MailServerForm = z.output<typeof mailServerForm>;

export const mailTestForm = z.object({});
export const mailEndForm = z.object({});

export const webhookForm = z.object({
  onceKey: uuid(),
  kind: choice(WEBHOOK_KINDS),
  name: line(100),
  url: line(2000).refine((text) => URL.canParse(text), { error: "notAnAddress" }),
  topics: many(choice(NOTICE_TOPICS), 20).refine((chosen) => chosen.length > 0, { error: "required" }),
  locale: choice(LOCALES),
});
export type WebhookForm = z.output<typeof webhookForm>;

export const webhookKey = z.object({ webhookId: uuid() });
export type WebhookKey = z.output<typeof webhookKey>;

const hour = () => wholeNumber(0, 23);

/** `way.<topic>` for each topic, quiet hours both or none, and the hour of the digest. */
export const choicesForm = z
  .object({
    quietFrom: optional(hour()),
    quietTo: optional(hour()),
    digestHour: hour(),
    ...Object.fromEntries(NOTICE_TOPICS.map((topic) => [`way.${topic}`, choice(NOTICE_WAYS)])),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    error: "quietHalf",
    path: ["quietTo"],
  });
export type ChoicesForm = z.output<typeof choicesForm>;

/** The ways in a form, by topic. */
export const waysInForm = (form: ChoicesForm): { topic: NoticeTopic; way: NoticeWay }[] =>
  NOTICE_TOPICS.map((topic) => ({ topic, way: (form as Record<string, unknown>)[`way.${topic}`] as NoticeWay }));

/** A webhook as administrators see it; its address stays sealed. */
export type WebhookRow = {
  readonly id: string;
  readonly kind: WebhookKind;
  readonly name: string;
  readonly topics: readonly NoticeTopic[];
  readonly addedAt: Date;
  readonly waiting: number;
  readonly failure: string | null;
};

export type MailServerShown = {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly userName: string | null;
  readonly fromAddress: string;
};

export type WebhookShown = {
  readonly kind: WebhookKind;
  readonly name: string;
  readonly topics: readonly NoticeTopic[];
  readonly locale: Locale;
  /** Null where it cannot be read any more. */
  readonly host: string | null;
  readonly secret: string | null;
};

export type OwnChoices = {
  readonly ways: NoticeWays;
  readonly quietFrom: number | null;
  readonly quietTo: number | null;
  readonly digestHour: number;
  readonly sendsMail: boolean;
};
