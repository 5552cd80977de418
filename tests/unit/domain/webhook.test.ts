import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeOf, refusalOfUrl, slackBody, teamsBody, WEBHOOK_KINDS, type WebhookKind } from "@/lib/domain/webhook";

const at = (text: string) => {
  const { protocol, hostname, username } = new URL(text);
  return { protocol, hostname, hasSignIn: username !== "" };
};

describe("an address of a target", () => {
  test.each<[WebhookKind, string, string | null]>([
    ["slack", "https://hooks.slack.com/services/T/B/x", null],
    ["slack", "https://hooks.slack.com.evil.example/services", "NotSuchATarget"],
    ["slack", "https://evil.example/hooks.slack.com", "NotSuchATarget"],
    ["teams", "https://prod-1.westeurope.logic.azure.com/workflows/x?sig=y", null],
    ["teams", "https://a.b.environment.api.powerplatform.com/x", null],
    ["teams", "https://aoba.webhook.office.com/webhookb2/x", "NotSuchATarget"],
    ["teams", "https://evil-logic.azure.com.example/x", "NotSuchATarget"],
    ["generic", "https://csirt.example.jp/in", null],
    ["generic", "http://csirt.example.jp/in", "NotHttps"],
    ["generic", "ftp://csirt.example.jp/in", "NotHttps"],
    ["generic", "https://user:secret@csirt.example.jp/in", "NotSuchATarget"],
  ])("%s %s: %s", (kind, url, code) => expect(refusalOfUrl(kind, at(url), false)?.code ?? null).toBe(code));

  test("without TLS only where the operator allowed it", () => {
    expect(refusalOfUrl("generic", at("http://127.0.0.1:1/x"), true)).toBeNull();
    expect(refusalOfUrl("generic", at("http://127.0.0.1:1/x"), false)).toEqual({ code: "NotHttps" });
  });
});

describe("what an answer means", () => {
  test.each([200, 201, 202, 204])("%i: arrived", (status) => {
    for (const kind of WEBHOOK_KINDS)
      expect(outcomeOf(kind, { status, retryAfterSeconds: null })).toEqual({ ok: true });
  });
  test.each<[WebhookKind, number, string, boolean]>([
    ["slack", 302, "Redirected", true],
    ["generic", 307, "Redirected", true],
    ["generic", 410, "TargetGone", true],
    ["slack", 404, "TargetRefused", true],
    ["teams", 408, "TargetRefused", false],
    ["generic", 401, "TargetRefused", false],
    ["slack", 500, "TargetFailed", false],
    ["teams", 503, "TargetFailed", false],
    ["generic", 429, "TooManyRequests", false],
  ])("%s %i: %s", (kind, status, code, isFinal) =>
    expect(outcomeOf(kind, { status, retryAfterSeconds: 30 })).toMatchObject({ ok: false, code, isFinal }),
  );
  test("how long the target asks us to wait is passed on", () => {
    expect(outcomeOf("slack", { status: 429, retryAfterSeconds: 30 })).toMatchObject({ afterSeconds: 30 });
    expect(outcomeOf("generic", { status: 503, retryAfterSeconds: 120 })).toMatchObject({ afterSeconds: 120 });
  });
  test("only 2xx is an arrival", () => {
    fc.assert(
      fc.property(fc.constantFrom(...WEBHOOK_KINDS), fc.integer({ min: 100, max: 599 }), (kind, status) => {
        return outcomeOf(kind, { status, retryAfterSeconds: null }).ok === (status >= 200 && status < 300);
      }),
    );
  });
});

describe("what is said", () => {
  const message = { title: "依頼", text: "<!channel> & <@U1>", open: "開く", url: "https://sodate.example/notices" };
  test("in Slack pings nobody", () => {
    const said = JSON.stringify(slackBody(message));
    expect(said).toContain("&lt;!channel&gt; &amp; &lt;@U1&gt;");
    expect(said).not.toMatch(/<[!@#]/);
    expect(slackBody(message).text).toBe("依頼: &lt;!channel&gt; &amp; &lt;@U1&gt;");
  });
  test("in Slack is cut where Slack would refuse it", () => {
    const [section] = slackBody({ ...message, text: "長".repeat(5000) }).blocks;
    expect(section).toMatchObject({ text: { text: expect.stringMatching(/^.{3000}$/s) } });
  });
  test("in Teams is an adaptive card with a way to open it", () => {
    expect(teamsBody(message)).toMatchObject({
      type: "message",
      attachments: [
        { contentType: "application/vnd.microsoft.card.adaptive", content: { type: "AdaptiveCard", version: "1.4" } },
      ],
    });
    expect(JSON.stringify(teamsBody(message))).toContain('"url":"https://sodate.example/notices"');
  });
});
