import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { retryJob } from "@/lib/job/commands";
import { listDeadJobs } from "@/lib/job/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { emptyDatabase } from "@/tests/support/database";
import { happens, mailGoesTo, SENDER } from "@/tests/support/delivery";
import { aClock } from "@/tests/support/jobs";
import { runJobs } from "@/tests/support/notices";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { aMailServer } from "@/tests/support/smtp";
import { enrolmentOf } from "@/tests/support/training";

const MINUTE = 60_000;
const START = "2099-01-01T01:00:00Z"; // ten in the morning in Tokyo
const clock = aClock(START);
let world: World;
let liaison: { id: string };
const open: { close: () => Promise<void> }[] = [];

async function started(options: Parameters<typeof aMailServer>[0] = {}, port = 0) {
  const server = await aMailServer(options, port);
  open.push(server);
  return server;
}

beforeEach(async () => {
  await emptyDatabase();
  clock.set(new Date(START));
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const shin = () => actorOf(world.people.shin.id);
const asks = (requestId: string = newId()) => {
  const { id } = world.people.misaki;
  return happens("SignOffRequested", id, id, { requestId, enrolmentId: liaison.id, step: 1, attempt: 0 });
};
const run = () => runJobs(clock.read());
const mailed = async () =>
  (await db().notice.findMany({ where: { way: "mail" } })).map(({ mailedAt }) => mailedAt !== null);

describe("a mail", () => {
  test("arrives at once, plain and HTML, in the reader's language, with the way back", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    await asks();
    await run();
    expect(server.letters).toHaveLength(1);
    const [letter] = server.letters;
    expect(letter?.to).toEqual([world.people.kenichi.email]);
    expect(letter?.header("From")).toContain(SENDER);
    expect(letter?.header("Auto-Submitted")).toBe("auto-generated");
    const place = `http://127.0.0.1:3000/trainees/${world.people.misaki.id}/${liaison.id}/1`;
    expect(letter?.text.split(place).length, "in both parts").toBeGreaterThan(2);
    expect(letter?.text).toContain("佐藤 美咲さんが");
    expect(letter?.raw).toMatch(/content-type: text\/html/i);
    expect(letter?.text).toContain("/notices/choices");
  });

  test("is in English for who reads English", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    await db().person.update({ where: { id: world.people.kenichi.id }, data: { locale: "en" } });
    await asks();
    await run();
    expect(server.letters[0]?.header("Subject")).toMatch(/^\[Sodate\] Misaki Sato asks for the sign-off of: STEP1 of /);
  });

  test("says nothing of a record but that there is something to read", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    const { kenichi, misaki } = world.people;
    await db().noticeChoice.create({
      data: { personId: misaki.id, topic: "sentBack", way: "mail", chosenAt: clock.read() },
    });
    await happens("ClaimsSentBack", kenichi.id, misaki.id, {
      recordId: newId(),
      claimIds: [],
      enrolmentIds: [liaison.id],
    });
    await run();
    expect(server.letters[0]?.text).toContain("高橋 健一さんが実績記録を、理由をつけて差し戻しました。");
  });
});

describe("never", () => {
  test("takes no further header from a name", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    await db().person.update({
      where: { id: world.people.misaki.id },
      data: { name: "Ann\r\nBcc: spy@evil.example\r\n\r\n<b>" },
    });
    await asks();
    await run();
    const [letter] = server.letters;
    expect(letter?.to).toEqual([world.people.kenichi.email]);
    expect(letter?.header("Bcc")).toBe("");
    expect(letter?.text).toContain("&lt;b&gt;");
  });

  test("is not sent of what was read or settled before it went, nor to who has left", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    await asks("read");
    await asks("settled");
    const { misaki, kenichi } = world.people;
    await happens("SignOffRequestWithdrawn", misaki.id, misaki.id, {
      requestId: "settled",
      enrolmentId: liaison.id,
      step: 1,
    });
    await db().noticeHours.create({
      data: { personId: kenichi.id, quietFrom: 9, quietTo: 12, digestAt: 8, chosenAt: clock.read() },
    });
    await run();
    await db().notice.updateMany({ where: { about: "request read" }, data: { readAt: clock.read() } });
    await asks("left");
    await run();
    await db().person.update({ where: { id: kenichi.id }, data: { deactivatedAt: clock.read() } });
    clock.pass(3 * 60 * MINUTE);
    await run();
    expect(server.letters).toEqual([]);
    expect(await db().job.count({ where: { kind: "sendMail", doneAt: null } })).toBe(0);
  });
});

describe("quiet hours and digest", () => {
  test("mail waits until the quiet hours of the person's team are over", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    const hours = { personId: world.people.kenichi.id, quietFrom: 9, quietTo: 12, digestAt: 8, chosenAt: clock.read() };
    await db().noticeHours.create({ data: hours });
    await asks();
    await run();
    clock.pass(119 * MINUTE);
    await run();
    expect(server.letters).toEqual([]);
    clock.pass(MINUTE);
    await run();
    expect(server.letters).toHaveLength(1);
  });

  test("the digest gathers a day in one mail, and the next day begins anew", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    const { kenichi, misaki } = world.people;
    const judged = () =>
      happens("StepSignedOff", kenichi.id, misaki.id, { requestId: newId(), enrolmentId: liaison.id, step: 1 });
    await judged();
    await run();
    clock.pass(60 * MINUTE);
    await judged();
    await run();
    expect(server.letters).toEqual([]);
    clock.pass(21 * 60 * MINUTE);
    await run();
    expect(server.letters.map(({ to }) => to)).toEqual([[misaki.email]]);
    expect(server.letters[0]?.text.match(/が承認されました。/g)?.length).toBe(4);
    await judged();
    await run();
    clock.pass(24 * 60 * MINUTE);
    await run();
    expect(server.letters).toHaveLength(2);
    expect(server.letters[1]?.text.match(/が承認されました。/g)?.length).toBeGreaterThan(0);
    expect(server.letters[1]?.header("Message-ID")).not.toBe(server.letters[0]?.header("Message-ID"));
  });
});

describe("a server that is away for an hour", () => {
  test("every mail arrives, once, when it is back", async () => {
    const gone = await aMailServer();
    await gone.close();
    await mailGoesTo(gone.port, await shin());
    for (let number = 0; number < 20; number += 1) await asks();
    await run();
    for (let minute = 0; minute < 60; minute += 5) {
      clock.pass(5 * MINUTE);
      await run();
    }
    expect(await mailed()).toEqual(Array(20).fill(false));
    expect(await db().job.findFirst({ where: { kind: "sendMail" } })).toMatchObject({
      failure: "Unreachable",
      deadAt: null,
    });

    const back = await started({}, gone.port);
    clock.pass(2 * 60 * MINUTE);
    await run();
    await run();
    expect(back.letters).toHaveLength(20);
    expect(new Set(back.letters.map((letter) => letter.header("Message-ID"))).size).toBe(20);
    expect(await mailed()).toEqual(Array(20).fill(true));
  });

  test("a crash between sending and marking repeats the mail under the same id: once in effect", async () => {
    const server = await started();
    await mailGoesTo(server.port, await shin());
    await asks();
    await run();
    // as it stands when the process dies after the server took the mail
    await db().notice.updateMany({ data: { mailedAt: null } });
    await db().job.updateMany({ where: { kind: "sendMail" }, data: { doneAt: null, heldUntil: clock.read() } });
    await run();
    expect(server.letters).toHaveLength(2);
    expect(new Set(server.letters.map((letter) => letter.header("Message-ID"))).size).toBe(1);
    await run();
    expect(server.letters).toHaveLength(2);
  });
});

describe("what does not arrive", () => {
  test("a recipient refused for good is given up at once; tried again by hand after it was mended, it arrives", async () => {
    let isRefused = true;
    const server = await started({
      onRcptTo: (_address, _session, done) => {
        if (!isRefused) return done();
        done(Object.assign(new Error("no such user"), { responseCode: 550 }));
      },
    });
    await mailGoesTo(server.port, await shin());
    await asks();
    await run();
    const dead = await listDeadJobs(await shin(), 1);
    expect(dead).toMatchObject({ total: 1, rows: [{ kind: "sendMail", failure: "RecipientRefused", attempts: 1 }] });
    isRefused = false;
    await retryJob({ jobId: dead?.rows[0]?.id ?? "" }, { actor: await shin(), now: clock.read() });
    await run();
    expect(server.letters).toHaveLength(1);
    expect(await listDeadJobs(await shin(), 1)).toEqual({ rows: [], total: 0 });
  });

  test("a refusal for the moment is tried again", async () => {
    let times = 0;
    const server = await started({
      onRcptTo: (_address, _session, done) => {
        times += 1;
        done(times === 1 ? Object.assign(new Error("later"), { responseCode: 451 }) : undefined);
      },
    });
    await mailGoesTo(server.port, await shin());
    await asks();
    await run();
    expect(server.letters).toEqual([]);
    clock.pass(MINUTE);
    await run();
    expect(server.letters).toHaveLength(1);
  });

  test("a wrong password is no reason to give up: it is mended in the settings", async () => {
    const onAuth: NonNullable<Parameters<typeof aMailServer>[0]>["onAuth"] = ({ password }, _session, done) =>
      password === "right" ? done(null, { user: "sodate" }) : done(new Error("wrong"));
    const server = await started({ authOptional: false, onAuth, allowInsecureAuth: true });
    await mailGoesTo(server.port, await shin(), { userName: "sodate", password: "wrong" });
    await asks();
    await run();
    expect(await db().job.findFirst({ where: { kind: "sendMail" } })).toMatchObject({
      failure: "SignInRefused",
      deadAt: null,
    });
    await mailGoesTo(server.port, await shin(), { userName: "sodate", password: "right" });
    clock.pass(MINUTE);
    await run();
    expect(server.letters).toHaveLength(1);
  });
});
