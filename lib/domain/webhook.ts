import type { JobFailure } from "./job";

/** Channels and programs that are told of what happens: their addresses, what they are sent, what their answers mean. */

export const WEBHOOK_KINDS = ["slack", "teams", "generic"] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** Hosts of Microsoft's Workflows; the connectors of old are gone. */
const TEAMS_HOSTS = [
  ".logic.azure.com",
  ".api.powerplatform.com",
  ".powerautomate.com",
  ".powerplatform.com",
  ".flow.microsoft.com",
] as const;
const SLACK_HOST = "hooks.slack.com";

export type WebhookUrl = { readonly protocol: string; readonly hostname: string; readonly hasSignIn: boolean };
export type UrlRefusal = { readonly code: "NotHttps" } | { readonly code: "NotSuchATarget" };

/** Whether an address may be a target of this kind at all; where its name leads to is looked at when it is called. */
export function refusalOfUrl(kind: WebhookKind, url: WebhookUrl, plainAllowed: boolean): UrlRefusal | null {
  if (url.hasSignIn) return { code: "NotSuchATarget" };
  if (url.protocol === "http:" && plainAllowed) return null;
  if (url.protocol !== "https:") return { code: "NotHttps" };
  return isHostOf(kind, url.hostname) ? null : { code: "NotSuchATarget" };
}

const isHostOf = (kind: WebhookKind, host: string) => {
  if (kind === "slack") return host === SLACK_HOST;
  return kind === "generic" || TEAMS_HOSTS.some((suffix) => host.endsWith(suffix));
};

/** What is said: `text` is worded, the rest are ids and codes. */
export type WebhookMessage = {
  readonly title: string;
  readonly text: string;
  readonly open: string;
  readonly url: string;
};

const MOST_IN_SECTION = 3000;
/** As long as Slack takes, and cut through no character: half of an `&amp;` would be read as text. */
const cut = (text: string) =>
  text.length <= MOST_IN_SECTION
    ? text
    : text.slice(0, MOST_IN_SECTION).replace(/(?:&[a-z]{0,3}|[\ud800-\udbff])$/, "");

/** In Slack `<!channel>` would ping everybody. */
const forSlack = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const slackBody = ({ title, text, open, url }: WebhookMessage) => ({
  text: `${forSlack(title)}: ${forSlack(text)}`,
  blocks: [
    { type: "section", text: { type: "mrkdwn", text: cut(`*${forSlack(title)}*\n${forSlack(text)}`) } },
    { type: "actions", elements: [{ type: "button", text: { type: "plain_text", text: open }, url }] },
  ],
});

export const teamsBody = ({ title, text, open, url }: WebhookMessage) => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.4",
        body: [
          { type: "TextBlock", size: "Medium", weight: "Bolder", text: title },
          { type: "TextBlock", wrap: true, text },
        ],
        actions: [{ type: "Action.OpenUrl", title: open, url }],
      },
    },
  ],
});

/** What a target answered: its status, and how long it asks us to wait. */
export type WebhookAnswer = { readonly status: number; readonly retryAfterSeconds: number | null };
export type WebhookOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: JobFailure; readonly isFinal: boolean; readonly afterSeconds: number | null };

const failed = (code: JobFailure, isFinal = false, afterSeconds: number | null = null): WebhookOutcome => ({
  ok: false,
  code,
  isFinal,
  afterSeconds,
});

/** Channels refuse for good what they refuse; a program of one's own may be mended meanwhile. 410: gone, never again. */
export function outcomeOf(kind: WebhookKind, { status, retryAfterSeconds }: WebhookAnswer): WebhookOutcome {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400) return failed("Redirected", true);
  if (status === 410) return failed("TargetGone", true);
  if (status === 429) return failed("TooManyRequests", false, retryAfterSeconds);
  if (status >= 500) return failed("TargetFailed", false, retryAfterSeconds);
  return failed("TargetRefused", kind !== "generic" && status !== 408);
}
