import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findWebhook } from "@/lib/delivery/queries";
import { listDeadJobs } from "@/lib/job/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { emptyDatabase } from "@/tests/support/database";
import { aWebhook, happens } from "@/tests/support/delivery";
import { aClock } from "@/tests/support/jobs";
import { runJobs } from "@/tests/support/notices";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { aReceiver } from "@/tests/support/receiver";
import { enrolmentOf } from "@/tests/support/training";

process.env.SODATE_WEBHOOKS = "loopback";

const MINUTE = 60_000;
const clock = aClock("2099-01-01T01:00:00Z");
let world: World;
let liaison: { id: string };
const open: { close: () => Promise<void> }[] = [];
const started = async () => {
  const receiver = await aReceiver();
  open.push(receiver);
  return receiver;
};

beforeEach(async () => {
  await emptyDatabase();
  clock.set(new Date("2099-01-01T01:00:00Z"));
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const shin = () => actorOf(world.people.shin.id);
const asks = () => {
  const { id } = world.people.misaki;
  return happens("SignOffRequested", id, id, { requestId: newId(), enrolmentId: liaison.id, step: 1, attempt: 0 });
};
const run = () => runJobs(clock.read());
const idsOf = (received: readonly { headers: { [name: string]: unknown } }[]) =>
  received.map(({ headers }) => headers["webhook-id"]);

describe("a program of the organisation's own", () => {
  test("is told once of what happened, ids and codes only, signed so that it can be checked", async () => {
    const receiver = await started();
    const { id } = await aWebhook(`${receiver.url}/in`, await shin());
    await asks();
    await run();
    expect(receiver.received).toHaveLength(1);
    const [one] = receiver.received;
    if (!one) throw new Error("nothing arrived");
    const { headers, body } = one;
    const secret = (await findWebhook(await shin(), id))?.secret ?? "";
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    expect(key).toHaveLength(32);
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
    expect(JSON.parse(body)).toMatchObject({
      type: "notice.signOffRequested",
      data: { topic: "requestWaiting", subjectId: world.people.misaki.id, enrolmentId: liaison.id, step: 1 },
    });
    expect(body).not.toContain("佐藤");
  });

  test("that answers 500 for an hour gets everything once in effect: the same id, another time", async () => {
    const receiver = await started();
    await aWebhook(receiver.url, await shin());
    receiver.answers((response) => response.writeHead(500).end());
    for (let number = 0; number < 5; number += 1) await asks();
    await run();
    for (let minute = 0; minute < 60; minute += 10) {
      clock.pass(10 * MINUTE);
      await run();
    }
    expect(receiver.received.length).toBeGreaterThan(10);
    receiver.answers((response) => response.writeHead(204).end());
    const before = receiver.received.length;
    clock.pass(2 * 60 * MINUTE);
    await run();
    await run();
    const arrived = receiver.received.slice(before);
    expect(new Set(idsOf(arrived)).size).toBe(5);
    expect(arrived).toHaveLength(5);
    expect(new Set(idsOf(receiver.received))).toEqual(new Set(idsOf(arrived)));
    const times = receiver.received.filter(
      ({ headers }) => headers["webhook-id"] === arrived[0]?.headers["webhook-id"],
    );
    expect(new Set(times.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(times.length);
  });

  test("that hears it and dies before it answers hears it again under the same id", async () => {
    const receiver = await started();
    await aWebhook(receiver.url, await shin());
    receiver.answers((response, _one, time) => (time === 1 ? response.destroy() : response.writeHead(200).end()));
    await asks();
    await run();
    clock.pass(MINUTE);
    await run();
    expect(receiver.received).toHaveLength(2);
    expect(new Set(idsOf(receiver.received)).size).toBe(1);
  });
});

describe("a target", () => {
  test("that asks for patience gets it; one that is gone is called no more", async () => {
    const receiver = await started();
    const { id } = await aWebhook(receiver.url, await shin());
    receiver.answers((response) => response.writeHead(429, { "retry-after": "1800" }).end());
    await asks();
    await run();
    clock.pass(29 * MINUTE);
    await run();
    expect(receiver.received).toHaveLength(1);
    receiver.answers((response) => response.writeHead(410).end());
    clock.pass(MINUTE);
    await run();
    expect(await db().webhook.findUniqueOrThrow({ where: { id } })).toMatchObject({
      endedAt: clock.read(),
      endedById: null,
    });
    expect(await listDeadJobs(await shin(), 1)).toMatchObject({
      rows: [{ kind: "callWebhook", failure: "TargetGone" }],
    });
    await asks();
    await run();
    expect(receiver.received).toHaveLength(2);
  });

  test("that sends us elsewhere is given up, and elsewhere hears nothing", async () => {
    const [from, to] = [await started(), await started()];
    await aWebhook(from.url, await shin());
    from.answers((response) => response.writeHead(307, { location: to.url }).end());
    await asks();
    await run();
    expect(to.received).toEqual([]);
    expect(await listDeadJobs(await shin(), 1)).toMatchObject({ rows: [{ failure: "Redirected" }] });
  });
});

test("after the last of nine tries it is given up, with its reason", async () => {
  const receiver = await started();
  await aWebhook(receiver.url, await shin());
  receiver.answers((response) => response.writeHead(503).end());
  await asks();
  for (let hour = 0; hour < 50; hour += 1) {
    await run();
    clock.pass(60 * MINUTE);
  }
  expect(receiver.received).toHaveLength(9);
  expect(await listDeadJobs(await shin(), 1)).toMatchObject({ rows: [{ failure: "TargetFailed", attempts: 9 }] });
});

test("a webhook hears only of its topics", async () => {
  const receiver = await started();
  await aWebhook(receiver.url, await shin(), { topics: ["oversight"] });
  await asks();
  await run();
  expect(receiver.received).toEqual([]);
  const { shin: by, soto } = world.people;
  await happens("CapacityGranted", by.id, soto.id, { grantId: newId(), capacity: "admin", teamId: null });
  await run();
  expect(receiver.received).toHaveLength(1);
});

test.each([
  ["slack", (body: string) => JSON.parse(body).blocks[0].text.text],
  ["teams", (body: string) => JSON.parse(body).attachments[0].content.body[1].text],
] as const)("%s is told in words, in the language of its channel", async (kind, textOf) => {
  const receiver = await started();
  await aWebhook(receiver.url, await shin(), { kind, locale: "en" });
  await asks();
  await run();
  const [one] = receiver.received;
  expect(textOf(one?.body ?? "")).toContain("Misaki Sato asks for the sign-off of: STEP1");
  expect(one?.headers["webhook-signature"]).toBeUndefined();
});

test("a target that hangs is given up in time, heard again under the same id, and holds up no other target", async () => {
  const [hangs, other] = [await started(), await started()];
  hangs.answers((response, _, time) => {
    if (time > 1) response.writeHead(200).end();
  });
  await aWebhook(hangs.url, await shin());
  await aWebhook(other.url, await shin(), { name: "もう一つの受け口" });
  await asks();
  await run();
  expect([hangs.received.length, other.received.length]).toEqual([1, 1]);
  expect(await db().job.findMany({ where: { kind: "callWebhook", doneAt: null } })).toMatchObject([
    { failure: "TimedOut", attempts: 1, deadAt: null },
  ]);
  clock.pass(MINUTE);
  await run();
  expect([hangs.received.length, other.received.length]).toEqual([2, 1]);
  expect(new Set(idsOf(hangs.received)).size).toBe(1);
  expect(await db().job.count({ where: { kind: "callWebhook", doneAt: null } })).toBe(0);
});
