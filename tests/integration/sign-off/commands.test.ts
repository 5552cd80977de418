import { beforeEach, describe, expect, test } from "vitest";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { RestedOn } from "@/lib/domain/rested-on";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { correctRecord } from "@/lib/records/commands";
import { withdrawVerification } from "@/lib/reviews/commands";
import { countersignStep, sendBackRequest, signOffStep } from "@/lib/sign-off/commands";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship, anAppointment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignOffRequest, at, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";

const REPORT = "g1.s1.monthly-report";
const INCIDENT = "g1.s1.incident-reports";
const MEETING = "g1.s1.external-meetings";
const ITEMS = [REPORT, INCIDENT, MEETING];
const now = at("2026-11-20", "14:02");

let world: World;
let basic: { id: string };
let liaison: { id: string; editionId: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const ofMisaki = { personId: world.people.misaki.id };
  basic = await db().enrolment.findFirstOrThrow({ where: { ...ofMisaki, roleGroupCode: null } });
  liaison = await db().enrolment.findFirstOrThrow({ where: { ...ofMisaki, roleGroupCode: "liaison-coordination" } });
});

const MONTHS = [
  "2025-11",
  "2025-12",
  "2026-01",
  "2026-02",
  "2026-03",
  "2026-04",
  "2026-05",
  "2026-06",
  "2026-07",
  "2026-08",
  "2026-09",
  "2026-10",
];

/** Education recognised; twelve monthly reports, three incidents and four meetings, all verified by Kenichi. */
async function everythingDone() {
  const { misaki, kenichi, makoto } = world.people;
  await recognisedUpTo(basic, makoto, 0);
  await recognisedUpTo(liaison, makoto, 0);
  const reports = MONTHS.map((month) => ({ happenedOn: `${month}-28`, periodCovered: month, claims: [REPORT] }));
  const incidents = ["INC-101", "INC-102", "INC-103"].map((incidentRef) => ({
    kind: "incident" as const,
    happenedOn: "2026-06-10",
    incidentRef,
    claims: [INCIDENT],
  }));
  const meetings = ["2026-01-15", "2026-04-16", "2026-07-16", "2026-10-15"].map((happenedOn) => ({
    kind: "meeting" as const,
    happenedOn,
    claims: [MEETING],
  }));
  return verifiedRecords(misaki, liaison, kenichi, [...reports, ...incidents, ...meetings]);
}

const asked = (step = 1, attempt = 0) => aSignOffRequest(liaison, world.people.misaki, { step, attempt });
const deciding = (request: { id: string }) => ({
  requestId: request.id,
  marks: new Map(ITEMS.map((code) => [code, "good" as const])),
  reasons: [] as { criterionCode: string; reason: string }[],
  comment: "",
});
const sendingBack = (request: { id: string }, reason = "2件目の報告先が読み取れません。") => ({
  ...deciding(request),
  reasons: [{ criterionCode: INCIDENT, reason }],
});

describe("signing STEP1 off", () => {
  test("writes the sign-off, opens STEP2 with today's values, and makes Misaki a beginner", async () => {
    await everythingDone();
    const request = await asked();
    const { kenichi, misaki } = world.people;
    expect(await signOffStep({ ...deciding(request), comment: "おめでとうございます。" }, await as("kenichi"))).toEqual(
      {
        ok: true,
        value: { personId: misaki.id, enrolmentId: liaison.id, step: 1, outcome: "signedOff" },
      },
    );
    const signed = {
      step: 1,
      attempt: 0,
      traineeId: misaki.id,
      mentorId: kenichi.id,
      byReviewer: false,
      countersignedById: null,
    };
    expect(await db().stepSignOff.findMany()).toMatchObject([
      { ...signed, signedOn: toDbDay("2026-11-20"), signedAt: now },
    ]);
    expect(await db().requestOutcome.findMany()).toMatchObject([
      { kind: "signedOff", decidedById: kenichi.id, comment: "おめでとうございます。" },
    ]);
    const opened = await db().stepOpened.findUniqueOrThrow({
      where: { enrolmentId_step: { enrolmentId: liaison.id, step: 2 } },
    });
    expect(opened).toMatchObject({ openedOn: toDbDay("2026-11-20"), policyValues: { "g1.s1.incidentReports.n": 3 } });
    const standing = await db().personStanding.findUniqueOrThrow({ where: { enrolmentId: liaison.id } });
    expect(standing).toMatchObject({ completedStep: 1, openStep: 2 });
    expect((await eventsAbout(misaki.id)).at(-1)).toMatchObject({
      action: "StepSignedOff",
      actor: kenichi.id,
      body: { enrolmentId: liaison.id, step: 1, requestId: request.id, frozen: 19, countersignerId: null },
    });
  });

  test("keeps what it rested on: digests, texts in both languages, rules, values, progress and claims", async () => {
    const records = await everythingDone();
    await signOffStep(deciding(await asked()), await as("kenichi"));
    const { restedOn } = await db().stepSignOff.findFirstOrThrow();
    const rested = restedOn as unknown as RestedOn;
    const { digest } = await curriculumFor(liaison.editionId);
    expect(rested).toMatchObject({ edition: digest, openedOn: "2025-04-01", policy: { "g1.s1.incidentReports.n": 3 } });
    expect(rested.wording).toMatch(/^[0-9a-f]{64}$/);
    expect(rested.items.map(({ code, have, need }) => [code, have, need])).toEqual([
      [REPORT, 12, 12],
      [INCIDENT, 3, 3],
      [MEETING, 4, 4],
    ]);
    expect(rested.items[0]).toMatchObject({
      title: { ja: "平常時の月次報告", en: "Monthly report in normal times" },
      rule: { kind: "cadence", months: 12 },
      metOn: "2026-10-28",
    });
    const frozen = await db().frozenClaim.findMany({ orderBy: { claimId: "asc" } });
    const claims = records.flatMap((record) => record.claims.map(({ id }) => id));
    expect(frozen.map(({ claimId }) => claimId).sort()).toEqual([...claims].sort());
  });
});

describe("what was signed off", () => {
  test("frozen evidence is not taken back", async () => {
    await everythingDone();
    await signOffStep(deciding(await asked()), await as("kenichi"));
    const { verificationId } = await db().frozenClaim.findFirstOrThrow();
    expect(await withdrawVerification({ verificationId, reason: "取り違え" }, await as("kenichi"))).toEqual(
      refused("EvidenceFrozen"),
    );
  });

  test("a correction afterwards changes nothing of it", async () => {
    const [report] = await everythingDone();
    await signOffStep(deciding(await asked()), await as("kenichi"));
    const kept = () =>
      Promise.all([db().stepSignOff.findMany(), db().frozenClaim.findMany({ orderBy: { claimId: "asc" } })]);
    const before = await kept();
    const draft = aDraft({
      happenedOn: "2025-11-28",
      kind: "report",
      title: "11月の月次報告(訂正)",
      periodCovered: "2025-11",
    });
    const correction = { ...draft, recordId: report?.id ?? "", onceKey: newId(), claims: [] };
    expect(await correctRecord(correction, await as("misaki"))).toMatchObject({ ok: true });
    expect(await kept()).toEqual(before);
    const claim = await db().recordClaim.findFirstOrThrow({
      where: { recordId: report?.id ?? "" },
      include: { verifications: true },
    });
    expect(claim).toMatchObject({ withdrawnAt: null, verifications: [{ withdrawnAt: null }] });
  });

  test("topics of basic education: signed by any mentor of the team, frozen as learned", async () => {
    const curriculum = await curriculumFor(liaison.editionId);
    const doneOn = toDbDay("2026-05-01");
    const topics = curriculum.topicsOf(null);
    await db().taskDone.createMany({
      data: topics.map((taskCode) => ({ enrolmentId: basic.id, taskCode, doneOn, markedAt: now })),
    });
    const request = await aSignOffRequest(basic, world.people.misaki, { step: 0 });
    const input = { ...deciding(request), marks: new Map() };
    expect(await signOffStep(input, await as("yuko"))).toEqual(refused("NotFound"));
    expect(await signOffStep(input, await as("kenichi"))).toMatchObject({ ok: true });
    const { restedOn } = await db().stepSignOff.findFirstOrThrow();
    expect((restedOn as unknown as RestedOn).items).toHaveLength(topics.length);
    expect(await db().personStanding.findUniqueOrThrow({ where: { enrolmentId: basic.id } })).toMatchObject({
      completedStep: 0,
      openStep: null,
    });
  });
});

describe("what is refused", () => {
  test.each<[PersonaName]>([["misaki"], ["yuko"], ["makoto"], ["shin"], ["taro"], ["soto"]])(
    "%s, as if there were nothing",
    async (name) => {
      await everythingDone();
      const request = await asked();
      expect(await signOffStep(deciding(request), await as(name))).toEqual(refused("NotFound"));
      expect(await sendBackRequest(sendingBack(request), await as(name))).toEqual(refused("NotFound"));
      expect(await db().requestOutcome.count()).toBe(0);
    },
  );

  test("an unmet criterion, a criterion not marked good, an earlier STEP that is open", async () => {
    const records = await everythingDone();
    const request = await asked();
    const caller = await as("kenichi");
    const half = { ...deciding(request), marks: new Map([[REPORT, "good" as const]]) };
    expect(await signOffStep(half, caller)).toEqual(refused("NotAllMarkedGood", { count: 2 }));

    const { id: verificationId } = await db().verification.findFirstOrThrow({
      where: { claim: { recordId: records.at(-1)?.id ?? "" } },
    });
    await withdrawVerification({ verificationId, reason: "別の会合でした。" }, caller);
    expect(await signOffStep(deciding(request), caller)).toEqual(
      refused("CriteriaUnmet", { count: 1, criteria: MEETING }),
    );

    const step2 = await asked(2);
    expect(await signOffStep(deciding(step2), caller)).toEqual(refused("EarlierStepUnsigned", { step: "1" }));
  });

  test("a request that does not exist", async () => {
    expect(await signOffStep(deciding({ id: newId() }), await as("kenichi"))).toEqual(refused("NotFound"));
  });
});

describe("sending a request back", () => {
  test("ends it; the criterion is unmet until its remark is settled", async () => {
    await everythingDone();
    const first = await asked();
    expect(await sendBackRequest(sendingBack(first), await as("kenichi"))).toMatchObject({
      ok: true,
      value: { outcome: "sentBack" },
    });
    expect(await db().requestOutcome.findMany()).toMatchObject([{ kind: "sentBack", requestId: first.id }]);
    expect(await db().remark.findMany()).toMatchObject([
      { criterionCode: INCIDENT, requestId: first.id, claimId: null, settledAt: null },
    ]);
    const again = await asked(1, 1);
    expect(await signOffStep(deciding(again), await as("kenichi"))).toEqual(
      refused("CriteriaUnmet", { count: 1, criteria: INCIDENT }),
    );
    await db().remark.updateMany({ data: { settledAt: now } });
    expect(await signOffStep(deciding(again), await as("kenichi"))).toMatchObject({ ok: true });
  });

  test("needs a reason, for a criterion of the STEP", async () => {
    await everythingDone();
    const request = await asked();
    expect(await sendBackRequest(deciding(request), await as("kenichi"))).toEqual(refused("ReasonMissing"));
    expect(await sendBackRequest(sendingBack(request, ""), await as("kenichi"))).toEqual(refused("ReasonMissing"));
    const foreign = { ...deciding(request), reasons: [{ criterionCode: "g1.s2.triage", reason: "…" }] };
    expect(await sendBackRequest(foreign, await as("kenichi"))).toEqual(refused("CriterionUnknown"));
  });

  test("forty presses at once are one", async () => {
    await everythingDone();
    const request = await asked();
    const caller = await as("kenichi");
    const answers = await atOnce(40, () => sendBackRequest(sendingBack(request), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(await db().remark.count()).toBe(1);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });
});

describe("one request ends in one decision", () => {
  test("forty presses of one mentor", async () => {
    await everythingDone();
    const request = await asked();
    const caller = await as("kenichi");
    const answers = await atOnce(40, () => signOffStep(deciding(request), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(await db().stepSignOff.count()).toBe(1);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });

  test("ten mentors who sign and ten who send back, at once", async () => {
    await everythingDone();
    const request = await asked();
    const names = ["kenichi", "ren", "makoto", "akari", "shin", "emi", "taro", "nao", "soto", "yuko"] as const;
    for (const name of names) await aMentorship(world.people[name], "liaison-coordination", world.teams.hq);
    const callers = await Promise.all(names.map(as));
    const signing = callers.map((caller) => signOffStep(deciding(request), caller));
    const returning = callers.map((caller) => sendBackRequest(sendingBack(request), caller));
    const answers = await Promise.all([...signing, ...returning]);
    expect(await db().requestOutcome.count()).toBe(1);
    const { kind, decidedById } = await db().requestOutcome.findFirstOrThrow();
    expect(await db().stepSignOff.count()).toBe(kind === "signedOff" ? 1 : 0);
    expect(await db().remark.count()).toBe(kind === "sentBack" ? 1 : 0);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { name } = await db().person.findUniqueOrThrow({ where: { id: decidedById ?? "" } });
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: "RequestDecided", by: name, time: "14:02" });
  });
});

describe("two signatures", () => {
  /** The STEP opened while the organisation asked for two. */
  const askingForTwo = async () => {
    await everythingDone();
    const enrolmentId_step = { enrolmentId: liaison.id, step: 1 };
    const { policyValues } = await db().stepOpened.findUniqueOrThrow({ where: { enrolmentId_step } });
    const values = { ...(policyValues as object), "platform.countersign.step1": true };
    await db().stepOpened.update({ where: { enrolmentId_step }, data: { policyValues: values } });
    return asked();
  };

  test("the mentor's is kept on the request; the countersigner's completes the STEP", async () => {
    const request = await askingForTwo();
    expect(await countersignStep(deciding(request), await as("taro"))).toEqual(refused("NotSignedByMentor"));
    expect(await signOffStep(deciding(request), await as("kenichi"))).toMatchObject({
      value: { outcome: "awaitsCountersignature" },
    });
    expect(await db().stepSignOff.count()).toBe(0);
    expect(await countersignStep(deciding(request), await as("yuko"))).toEqual(refused("NotFound"));
    expect(await countersignStep(deciding(request), await as("taro"))).toMatchObject({
      value: { outcome: "signedOff" },
    });
    const { kenichi, taro } = world.people;
    const two = { mentorId: kenichi.id, countersignedById: taro.id, countersignedAt: now, byReviewer: false };
    expect(await db().stepSignOff.findMany()).toMatchObject([two]);
    expect((await eventsAbout(world.people.misaki.id)).map(({ action }) => action)).toEqual([
      "StepSignedByMentor",
      "StepSignedOff",
    ]);
  });

  test("twenty countersigners at once are one", async () => {
    const request = await askingForTwo();
    await signOffStep(deciding(request), await as("kenichi"));
    const twenty = await Promise.all(Array.from({ length: 20 }, () => aPerson()));
    for (const person of twenty)
      await anAppointment(person, world.teams.soc, { kind: "countersigner", by: world.people.makoto });
    const callers = await Promise.all(twenty.map(async ({ id }) => ({ actor: await actorOf(id), now })));
    const answers = await Promise.all(callers.map((caller) => countersignStep(deciding(request), caller)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
    expect(new Set(refusals)).toEqual(new Set(["RequestDecided"]));
    expect(await db().stepSignOff.count()).toBe(1);
    expect((await eventsAbout(world.people.misaki.id)).map(({ action }) => action)).toHaveLength(2);
  });

  test("are of two people, pressed as often as they like", async () => {
    const request = await askingForTwo();
    await aMentorship(world.people.makoto, "liaison-coordination", world.teams.hq);
    const makoto = await as("makoto");
    await atOnce(10, () => signOffStep(deciding(request), makoto));
    expect(await db().mentorSignature.count()).toBe(1);
    expect(await countersignStep(deciding(request), makoto)).toEqual(refused("SignedByYouAsMentor"));
    const taro = await as("taro");
    const answers = await atOnce(10, () => countersignStep(deciding(request), taro));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await db().stepSignOff.count()).toBe(1);
  });

  test("the countersigner may send back what the mentor signed", async () => {
    const request = await askingForTwo();
    expect(await sendBackRequest(sendingBack(request), await as("taro"))).toEqual(refused("NotFound"));
    await signOffStep(deciding(request), await as("kenichi"));
    expect(await sendBackRequest(sendingBack(request), await as("taro"))).toMatchObject({ ok: true });
    expect(await db().stepSignOff.count()).toBe(0);
  });
});
