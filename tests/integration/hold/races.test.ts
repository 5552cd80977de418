import { beforeEach, describe, expect, test } from "vitest";
import { giveBackSubject, handOverSubject, takeOnSubject } from "@/lib/hold/commands";
import { attestCheckpoints } from "@/lib/judgement/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { withdrawRecord } from "@/lib/records/commands";
import { sendBackClaims, verifyClaims } from "@/lib/reviews/commands";
import { decideRequest } from "@/lib/sign-off/commands";
import { aMentorship, anEnrolment, aPerson, type PersonMade } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { aHold, aJudgementRequest, aRecord, aSignOffRequest, at, type RecordMade } from "@/tests/support/practice";

const MEETING = "g1.s1.external-meetings";
const STRUCTURE = "g1.s2.target-structure";
const now = at("2026-11-20", "14:02");

let world: World;
let liaison: { id: string };
const as = async (person: { id: string }, when = now) => ({ actor: await actorOf(person.id), now: when });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
});

const mentorsOf = async (count: number, roleGroup: Parameters<typeof aMentorship>[1] = "liaison-coordination") => {
  const people: PersonMade[] = [];
  for (let each = 0; each < count; each += 1) {
    const mentor = await aPerson();
    await aMentorship(mentor, roleGroup, world.teams.hq);
    people.push(mentor);
  }
  return people;
};
const aMeeting = () => aRecord(world.people.misaki, liaison, { kind: "meeting", claims: [MEETING] });
const verifying = (record: RecordMade) => ({
  recordId: record.id,
  claims: record.claims.map(({ id }) => id),
  supervision: null,
  mentorPresent: false,
  judged: null,
  right: null,
  parts: [],
  comment: "",
});
type Answer = { ok: true } | { ok: false; refusal: { code: string } };
const codes = (answers: readonly Answer[]) => answers.map((answer) => (answer.ok ? "ok" : answer.refusal.code)).sort();
const oneAnd = (others: string, count: number) => [...Array(count - 1).fill(others), "ok"].sort();
const standing = () => db().hold.findMany({ where: { endedAt: null } });

describe("twenty mentors take one thing on at once: one has it, nineteen are told who", () => {
  const subjects = {
    record: async () => (await aMeeting()).id,
    judgement: async () => (await aJudgementRequest(liaison, STRUCTURE)).id,
    signOff: async () => (await aSignOffRequest(liaison, world.people.misaki, { step: 0 })).id,
  } as const;

  test.each(["record", "judgement", "signOff"] as const)("a %s", async (subject) => {
    const held = { subject, subjectId: await subjects[subject]() };
    const callers = await Promise.all((await mentorsOf(20)).map((mentor) => as(mentor)));
    const answers = await Promise.all(callers.map((caller) => takeOnSubject(held, caller)));
    expect(codes(answers)).toEqual(oneAnd("HeldByAnother", 20));
    expect(await standing()).toHaveLength(1);
  });

  test("one that has lapsed goes to one of them", async () => {
    const record = await aMeeting();
    await aHold(liaison, world.people.kenichi, { record, until: now });
    const callers = await Promise.all((await mentorsOf(20)).map((mentor) => as(mentor)));
    const held = { subject: "record" as const, subjectId: record.id };
    expect(codes(await Promise.all(callers.map((caller) => takeOnSubject(held, caller))))).toEqual(
      oneAnd("HeldByAnother", 20),
    );
    expect(await db().hold.count({ where: { ending: "lapsed" } })).toBe(1);
    expect(await standing()).toHaveLength(1);
  });
});

describe("deciding", () => {
  test("two mentors at once, one of whom holds it: the holder decides, the other is told who holds or decided it", async () => {
    const [one, two] = await mentorsOf(2);
    if (!one || !two) throw new Error("no mentors");
    const record = await aMeeting();
    await aHold(liaison, one, { record });
    const answers = await Promise.all([
      verifyClaims(verifying(record), await as(one)),
      verifyClaims(verifying(record), await as(two)),
    ]);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(answers[1]).toMatchObject({ ok: false });
    expect(["HeldByAnother", "AlreadyVerified"]).toContain(codes(answers)[0]);
    expect(await db().verification.findMany()).toMatchObject([{ verifiedById: one.id }]);
    expect(await db().hold.findMany()).toMatchObject([{ ending: "decided", endedById: one.id }]);
  });

  test("a hold that lapses while its holder decides: whoever comes first decides once, and nothing is decided twice", async () => {
    const [one, two] = await mentorsOf(2);
    if (!one || !two) throw new Error("no mentors");
    const record = await aMeeting();
    await aHold(liaison, one, { record, until: now });
    const callers = [await as(one, new Date(now.getTime() - 1)), await as(two, new Date(now.getTime() + 1))];
    const answers = await Promise.all(callers.map((caller) => verifyClaims(verifying(record), caller)));
    expect(codes(answers)).toEqual(["AlreadyVerified", "ok"]);
    expect(await db().verification.count()).toBe(1);
    const [verified] = await db().verification.findMany();
    const ending = verified?.verifiedById === one.id ? "decided" : "lapsed";
    expect(await db().hold.findMany()).toMatchObject([{ ending }]);
  });

  test("a mentor verifies while the trainee takes the record back: one of the two, and the other is told", async () => {
    const record = await aMeeting();
    await aHold(liaison, world.people.kenichi, { record });
    const [verified, withdrawn] = await Promise.all([
      verifyClaims(verifying(record), await as(world.people.kenichi)),
      withdrawRecord({ recordId: record.id }, await as(world.people.misaki)),
    ]);
    expect(withdrawn.ok || verified.ok).toBe(true);
    if (!verified.ok) expect(verified.refusal.code).toBe("ClaimTakenBack");
    const counted = await db().verification.count({ where: { withdrawnAt: null, claim: { isUnverified: true } } });
    expect(counted).toBe(0);
    const held = { subject: "record" as const, subjectId: record.id };
    expect(codes([await takeOnSubject(held, await as(world.people.kenichi))])).toEqual(["NoLongerWaits"]);
  });
});

test("a send-back, a judgement and a signature end the hold too", async () => {
  const record = await aMeeting();
  const { id: judgement } = await aJudgementRequest(liaison, STRUCTURE);
  const { id: signOff } = await aSignOffRequest(liaison, world.people.misaki, { step: 0 });
  const { kenichi } = world.people;
  for (const wish of [{ record }, { judgement: { id: judgement } }, { signOff: { id: signOff } }])
    await aHold(liaison, kenichi, wish);
  const caller = await as(kenichi);
  const reasons = new Map(record.claims.map(({ id }) => [id, "会合名がありません。"]));
  await sendBackClaims({ recordId: record.id, reasons }, caller);
  const topics = await db().hold.count({ where: { endedAt: null } });
  expect(topics).toBe(2);
  const back = [{ criterionCode: "g1.common.unknown", reason: "…" }];
  const refused = await decideRequest(
    { requestId: signOff, decision: "sendBack", comment: "", marks: new Map(), reasons: back },
    caller,
  );
  expect(refused).toMatchObject({ ok: false, refusal: { code: "CriterionUnknown" } });
  expect(await standing()).toHaveLength(2);
  const checkpoints = await checkpointsOf(caller);
  await attestCheckpoints({ enrolmentId: liaison.id, criterionCode: STRUCTURE, judged: checkpoints }, caller);
  expect(await standing()).toMatchObject([{ signOffRequestId: signOff }]);
});

/** Whatever the criterion is made of. */
const checkpointsOf = async (caller: Awaited<ReturnType<typeof as>>) => {
  const { findJudgement } = await import("@/lib/judgement/queries");
  const view = await findJudgement(caller.actor, { enrolmentId: liaison.id, criterionCode: STRUCTURE }, now);
  return (view?.checkpoints ?? []).map(({ code }) => ({
    checkpoint: code,
    judgement: "met" as const,
    supervision: 4 as const,
    comment: "",
  }));
};

test("handed over to one while another takes it on: it is held once, and the loser is told", async () => {
  const [giver, receiver, taker] = await mentorsOf(3);
  if (!giver || !receiver || !taker) throw new Error("no mentors");
  const record = await aMeeting();
  const held = { subject: "record" as const, subjectId: record.id };
  const answers = await Promise.all([
    handOverSubject({ ...held, toId: receiver.id, note: "" }, await as(giver)),
    takeOnSubject(held, await as(taker)),
  ]);
  expect(codes(answers)).toEqual(["HeldByAnother", "ok"]);
  expect(await standing()).toMatchObject([{ holderId: answers[0].ok ? receiver.id : taker.id }]);
});

test("given back and taken on at once, many times, leaves one standing hold at most and one end for each", async () => {
  const mentors = await mentorsOf(4);
  const held = { subject: "record" as const, subjectId: (await aMeeting()).id };
  const callers = await Promise.all(mentors.map((mentor) => as(mentor)));
  await Promise.all(callers.flatMap((caller) => [takeOnSubject(held, caller), giveBackSubject(held, caller)]));
  expect((await standing()).length).toBeLessThanOrEqual(1);
});

test("one record in three role groups, held and decided by three mentors in the same second: three verifications", async () => {
  const groups = ["liaison-coordination", "soc-monitoring", "forensics"] as const;
  const record = await aMeeting();
  const mentors: PersonMade[] = [];
  for (const group of groups) {
    const [mentor] = await mentorsOf(1, group);
    if (mentor) mentors.push(mentor);
  }
  for (const roleGroupCode of ["soc-monitoring", "forensics"] as const) {
    const enrolment = await anEnrolment(world.people.misaki, world.teams.soc, {
      edition: world.edition,
      roleGroupCode,
    });
    const claim = { id: newId(), recordId: record.id, enrolmentId: enrolment.id, criterionCode: `${roleGroupCode}.x` };
    await db().recordClaim.create({ data: { ...claim, parts: [], claimedAt: now } });
    record.claims.push({ id: claim.id });
  }
  const held = { subject: "record" as const, subjectId: record.id };
  const callers = await Promise.all(mentors.map((mentor) => as(mentor)));
  expect(codes(await Promise.all(callers.map((caller) => takeOnSubject(held, caller))))).toEqual(["ok", "ok", "ok"]);
  expect(await standing()).toHaveLength(3);
  const decided = await Promise.all(
    callers.map((caller, place) =>
      verifyClaims({ ...verifying(record), claims: [record.claims[place]?.id ?? ""] }, caller),
    ),
  );
  expect(codes(decided)).toEqual(["ok", "ok", "ok"]);
  expect(await db().verification.count()).toBe(3);
  expect((await db().hold.findMany()).map(({ ending }) => ending)).toEqual(["decided", "decided", "decided"]);
});

test("what a mentor whose mentorship ended still holds: nothing, and their decision is not there", async () => {
  const record = await aMeeting();
  await takeOnSubject({ subject: "record", subjectId: record.id }, await as(world.people.kenichi));
  const [other] = await mentorsOf(1);
  if (!other) throw new Error("no mentor");
  await db().mentorship.updateMany({
    where: { personId: world.people.kenichi.id },
    data: { endedAt: now, endReason: "承認取消" },
  });
  expect(codes([await verifyClaims(verifying(record), await as(world.people.kenichi))])).toEqual(["NotFound"]);
  expect(codes([await verifyClaims(verifying(record), await as(other))])).toEqual(["ok"]);
  expect(await db().hold.findMany()).toMatchObject([{ ending: "lapsed", holderId: world.people.kenichi.id }]);
});
