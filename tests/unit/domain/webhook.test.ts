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

describe("whatever is said", () => {
  const words = fc.array(fc.constantFrom("&", "<", ">", "<!here>", "😀", "件", "a"), { maxLength: 60 });
  const text = fc
    .tuple(fc.integer({ min: 2940, max: 3000 }), words)
    .map(([long, each]) => `${"a".repeat(long)}${each.join("")}`);
  const heading = fc.constantFrom("依頼", "<@U1>", "A & B");
  const sectionOf = (message: Parameters<typeof slackBody>[0]) => {
    const [section] = slackBody(message).blocks;
    return section && "text" in section ? (section.text?.text ?? "") : "";
  };

  test("a section of Slack is no longer than Slack takes, pings nobody and is cut through no character", () => {
    fc.assert(
      fc.property(heading, text, (title, said) => {
        const section = sectionOf({ title, text: said, open: "開く", url: "https://sodate.example/notices" });
        expect(section.length).toBeLessThanOrEqual(3000);
        expect(section).not.toMatch(/[<>]/);
        expect(section.replace(/&(amp|lt|gt);/g, "")).not.toContain("&");
        expect(section.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each(["&", "<", "😀"])("cut in the middle of %s, it ends before it", (last) => {
    const section = sectionOf({ title: "t", text: `${"a".repeat(2995)}${last}${last}`, open: "開く", url: "" });
    expect(section.replace(/&(amp|lt|gt);/g, "").replace("😀", "")).toBe(`*t*\n${"a".repeat(2995)}`);
  });

  test("Teams is told title, text and button as they are: a card words no mentions by itself", () => {
    fc.assert(
      fc.property(heading, text, (title, said) => {
        const url = "https://sodate.example/notices";
        const [card] = teamsBody({ title, text: said, open: "開く", url }).attachments;
        expect(card?.content.body.map((block) => block.text)).toEqual([title, said]);
        expect(card?.content.actions).toEqual([{ type: "Action.OpenUrl", title: "開く", url }]);
      }),
      { numRuns: 30 },
    );
  });
});

describe("whatever address is typed", () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const known = fc.constantFrom("hooks.slack.com", "logic.azure.com", "flow.microsoft.com", "powerautomate.com");

  test("a known host in front of another one, or with something grown on, is not that host", () => {
    fc.assert(
      fc.property(known, label, fc.constantFrom("slack" as const, "teams" as const), (host, more, kind) => {
        for (const hostname of [`${host}.${more}`, `${more}${host}.example`, `${more}-${host}`])
          expect(refusalOfUrl(kind, { protocol: "https:", hostname, hasSignIn: false }, false)).toEqual({
            code: "NotSuchATarget",
          });
      }),
    );
  });

  test("a name and password in it are refused for every kind, with and without TLS", () => {
    const protocol = fc.constantFrom("https:", "http:", "ftp:");
    fc.assert(
      fc.property(fc.constantFrom(...WEBHOOK_KINDS), protocol, known, fc.boolean(), (kind, scheme, hostname, plain) => {
        const url = { protocol: scheme, hostname, hasSignIn: true };
        expect(refusalOfUrl(kind, url, plain)).toEqual({ code: "NotSuchATarget" });
        const bare = refusalOfUrl(kind, { ...url, hasSignIn: false }, false);
        expect(scheme === "https:" || bare?.code === "NotHttps").toBe(true);
      }),
    );
  });
});
