import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addWebhook,
  chooseDelivery,
  endWebhook,
  removeMailServer,
  setMailServer,
  testMail,
  testWebhook,
} from "@/lib/delivery/commands";
import { findDelivery, findMailServer, findOwnChoices, findWebhook } from "@/lib/delivery/queries";
import { choicesForm, mailServerForm, webhookForm } from "@/lib/delivery/schema";
import { DEFAULT_WAYS } from "@/lib/domain/delivery";
import { NOTICE_TOPICS } from "@/lib/domain/notice-kind";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aWebhook, mailForm, mailGoesTo } from "@/tests/support/delivery";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aReceiver } from "@/tests/support/receiver";
import { aMailServer } from "@/tests/support/smtp";

process.env.SODATE_WEBHOOKS = "loopback";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const open: { close: () => Promise<void> }[] = [];

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

describe("the mail server", () => {
  test("is shown without its password, which is kept sealed and stands in no event", async () => {
    const caller = await as("shin");
    await setMailServer(mailForm(587, { userName: "sodate", password: "とても ひみつ" }), caller);
    expect(await findMailServer(caller.actor)).toEqual({
      host: "127.0.0.1",
      port: 587,
      security: "none",
      userName: "sodate",
      fromAddress: "sodate@aoba.example",
    });
    const row = await db().mailServer.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain("ひみつ");
    const events = await eventsAbout(world.people.shin.id);
    expect(events).toEqual([
      { action: "MailServerSet", actor: world.people.shin.id, body: { port: 587, security: "none", signsIn: true } },
    ]);
  });

  test("keeps its password when the field is left empty, and forgets it with the user name", async () => {
    const caller = await as("shin");
    await setMailServer(mailForm(587, { userName: "sodate", password: "first" }), caller);
    const { passwordSealed } = await db().mailServer.findFirstOrThrow();
    await setMailServer(mailForm(465, { userName: "sodate" }), caller);
    expect(await db().mailServer.findFirstOrThrow()).toMatchObject({ port: 465, passwordSealed });
    await setMailServer(mailForm(25), caller);
    expect(await db().mailServer.findFirstOrThrow()).toMatchObject({ passwordSealed: null });
  });

  test("set twenty times at once there is one; removed there is none", async () => {
    const caller = await as("shin");
    await atOnce(20, () => setMailServer(mailForm(25), caller).catch(() => null));
    expect(await db().mailServer.count()).toBe(1);
    expect(await atOnce(5, () => removeMailServer({}, caller))).toEqual(Array(5).fill({ ok: true, value: null }));
    expect(await db().mailServer.count()).toBe(0);
    expect(
      (await eventsAbout(world.people.shin.id)).filter(({ action }) => action === "MailServerRemoved"),
    ).toHaveLength(1);
  });

  test("a test goes to whoever asks, and says why it did not", async () => {
    const caller = await as("shin");
    expect(await testMail({}, caller)).toEqual({ ok: false, refusal: { code: "NoMailServer" } });
    const server = await aMailServer();
    open.push(server);
    await mailGoesTo(server.port, caller.actor);
    expect(await testMail({}, caller)).toEqual({ ok: true, value: null });
    expect(server.letters.map(({ to }) => to)).toEqual([[world.people.shin.email]]);
    await mailGoesTo(1, caller.actor);
    expect(await testMail({}, caller)).toEqual({
      ok: false,
      refusal: { code: "TestFailed", failures: ["Unreachable"] },
    });
  });

  test.each([
    [{ host: "smtp.example.jp\r\nX" }, "host"],
    [{ host: "https://smtp.example.jp/" }, "host"],
    [{ port: "70000" }, "port"],
    [{ security: "ssl" }, "security"],
    [{ fromAddress: "nobody" }, "fromAddress"],
  ])("%o is refused", (change, field) => {
    const typed = {
      host: "smtp.example.jp",
      port: "587",
      security: "tls",
      userName: "",
      password: "",
      fromAddress: "a@b.example",
    };
    expect(mailServerForm.safeParse(typed).success).toBe(true);
    const issues = mailServerForm.safeParse({ ...typed, ...change }).error?.issues ?? [];
    expect([...new Set(issues.map(({ path }) => path[0]))]).toEqual([field]);
  });
});

describe("a webhook", () => {
  test("keeps its address and secret sealed; only its host is shown, and only to administrators", async () => {
    const { actor } = await as("shin");
    const { id } = await aWebhook("https://csirt.aoba.example/in?key=very-secret", actor);
    const row = await db().webhook.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toMatch(/very-secret|whsec_/);
    expect(await findWebhook(actor, id)).toMatchObject({
      host: "csirt.aoba.example",
      secret: expect.stringMatching(/^whsec_/),
    });
    expect(await findWebhook((await as("makoto")).actor, id)).toBeNull();
    expect(await findDelivery((await as("makoto")).actor)).toBeNull();
    expect(JSON.stringify(await eventsAbout(id))).not.toMatch(/secret|aoba/);
  });

  test("sent twenty times at once is added once", async () => {
    const caller = await as("shin");
    const onceKey = newId();
    const form = { onceKey, kind: "slack", name: "CSIRT", topics: ["sentBack"], locale: "ja" } as const;
    const answers = await atOnce(20, () =>
      addWebhook({ ...form, url: "https://hooks.slack.com/services/T/B/x", topics: ["sentBack"] }, caller),
    );
    expect(answers.every((answer) => answer.ok && answer.value.webhookId === onceKey)).toBe(true);
    expect(await db().webhook.count()).toBe(1);
    expect(await eventsAbout(onceKey)).toHaveLength(1);
  });

  test.each([
    ["slack", "https://example.jp/x", "NotSuchATarget"],
    ["generic", "ftp://example.jp/x", "NotHttps"],
    ["teams", "https://aoba.webhook.office.com/x", "NotSuchATarget"],
  ] as const)("%s at %s is refused: %s", async (kind, url, code) => {
    const form = { onceKey: newId(), kind, name: "x", url, topics: ["sentBack" as const], locale: "ja" as const };
    expect(await addWebhook(form, await as("shin"))).toEqual({ ok: false, refusal: { code } });
  });

  test("is tested by its own kind of message, and says why it did not arrive", async () => {
    const caller = await as("shin");
    const receiver = await aReceiver();
    open.push(receiver);
    const { id: webhookId } = await aWebhook(receiver.url, caller.actor, { kind: "slack" });
    expect(await testWebhook({ webhookId }, caller)).toEqual({ ok: true, value: null });
    expect(receiver.received[0]?.body).toContain("試しの送信");
    receiver.answers((response) => response.writeHead(404).end());
    expect(await testWebhook({ webhookId }, caller)).toEqual({
      ok: false,
      refusal: { code: "TestFailed", failures: ["TargetRefused"] },
    });
  });

  test("ended it is not there any more, and ended twice is ended once", async () => {
    const caller = await as("shin");
    const { id: webhookId } = await aWebhook("https://csirt.aoba.example/in", caller.actor);
    const answers = await atOnce(10, () => endWebhook({ webhookId }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findWebhook(caller.actor, webhookId)).toBeNull();
    expect((await findDelivery(caller.actor))?.webhooks).toEqual([]);
  });

  test("without a topic there is nothing to send", () => {
    const typed = { onceKey: newId(), kind: "slack", name: "x", url: "https://hooks.slack.com/x", locale: "ja" };
    expect(webhookForm.safeParse({ ...typed, topics: [] }).success).toBe(false);
    expect(webhookForm.safeParse({ ...typed, topics: ["sentBack"] }).success).toBe(true);
  });
});

describe("one's own choices", () => {
  const typed = (change: object = {}) => ({
    quietFrom: "",
    quietTo: "",
    digestHour: "8",
    ...Object.fromEntries(NOTICE_TOPICS.map((topic) => [`way.${topic}`, DEFAULT_WAYS[topic]])),
    ...change,
  });

  test("are ours until they are made", async () => {
    expect(await findOwnChoices((await as("misaki")).actor)).toEqual({
      ways: DEFAULT_WAYS,
      quietFrom: null,
      quietTo: null,
      digestHour: 8,
      sendsMail: false,
    });
  });

  test("are kept, changed, and sent twenty times at once the same", async () => {
    const caller = await as("misaki");
    const form = choicesForm.parse(typed({ "way.sentBack": "app", quietFrom: "22", quietTo: "7", digestHour: "18" }));
    await atOnce(20, () => chooseDelivery(form, caller).catch(() => null));
    expect(await findOwnChoices(caller.actor)).toMatchObject({
      ways: { ...DEFAULT_WAYS, sentBack: "app" },
      quietFrom: 22,
      quietTo: 7,
      digestHour: 18,
    });
    await chooseDelivery(choicesForm.parse(typed()), caller);
    expect(await findOwnChoices(caller.actor)).toMatchObject({ ways: DEFAULT_WAYS, quietFrom: null, digestHour: 8 });
    expect(await findOwnChoices((await as("ren")).actor)).toMatchObject({ ways: DEFAULT_WAYS });
  });

  test.each([
    [{ quietFrom: "22" }],
    [{ quietTo: "7" }],
    [{ digestHour: "24" }],
    [{ "way.sentBack": "pigeon" }],
    [{ "way.sentBack": undefined }],
  ])("%o is refused", (change) => expect(choicesForm.safeParse(typed(change)).success).toBe(false));
});
