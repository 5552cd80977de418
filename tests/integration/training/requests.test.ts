import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import {
  answerRemark,
  askForJudgement,
  requestSignOff,
  withdrawJudgementRequest,
  withdrawRequest,
} from "@/lib/training/commands";
import { findGround } from "@/lib/training/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import {
  anAttestation,
  aRecord,
  aRemark,
  aSignOff,
  aVerification,
  enrolmentOf,
  tasksDone,
} from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const JUDGED = "g1.s2.target-structure";
let world: World;
let basic: { id: string };
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (refusal: object) => ({ ok: false, refusal });
const actionsOf = async (name: PersonaName) => (await eventsAbout(world.people[name].id)).map(({ action }) => action);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  basic = await enrolmentOf(world.people.misaki, null);
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const topicsOf = async (roleGroup: "liaison-coordination" | null) => {
  const { editions } = await findGround(await actorOf(world.people.misaki.id), now);
  return [...editions.values()].flatMap((edition) => edition.topicsOf(roleGroup));
};
/** Misaki has learned all of common education. */
const commonEducationDone = async () => tasksDone(liaison, await topicsOf("liaison-coordination"));
const wish = (step: 0 | 1 | 2 | 3, enrolmentId = liaison.id) => ({ enrolmentId, step, note: "" });

/** Everything of liaison STEP1: twelve reports, three incidents, four meetings, verified by Kenichi. */
async function stepOneMet() {
  const { misaki, kenichi } = world.people;
  const claim = (criterionCode: string) => [{ enrolment: liaison, criterionCode }];
  const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}`);
  const records = [
    ...months.map((month) => ({
      happenedOn: `${month}-28`,
      periodCovered: month,
      claims: claim("g1.s1.monthly-report"),
    })),
    ...[1, 2, 3].map((day) => ({
      happenedOn: `2025-06-0${day}`,
      kind: "incident",
      claims: claim("g1.s1.incident-reports"),
    })),
    ...[1, 2, 3, 4].map((month) => ({
      happenedOn: `2025-0${month}-15`,
      kind: "meeting",
      claims: claim("g1.s1.external-meetings"),
    })),
  ];
  for (const record of records) {
    const { claimIds } = await aRecord(misaki, record);
    await aVerification(claimIds[0] ?? "", kenichi);
  }
}
const educationSignedOff = async () => {
  const { misaki, kenichi } = world.people;
  await aSignOff(basic, 0, { by: kenichi, trainee: misaki });
  await aSignOff(liaison, 0, { by: kenichi, trainee: misaki });
};

describe("asking for a sign-off", () => {
  test("common education once every topic is learned, whatever basic education is", async () => {
    const topics = await topicsOf("liaison-coordination");
    const notYet = refused({ code: "NotYetMet", count: topics.length, kind: "topics" });
    expect(await requestSignOff(wish(0), await as("misaki"))).toEqual(notYet);
    await commonEducationDone();
    const asked = await requestSignOff({ ...wish(0), note: "確認をお願いします。" }, await as("misaki"));
    const request = await db().signOffRequest.findFirstOrThrow();
    expect(asked).toEqual({ ok: true, value: { requestId: request.id } });
    expect(request).toMatchObject({ step: 0, attempt: 0, note: "確認をお願いします。", requestedAt: now });
  });

  test("STEP1 in its order, and only with everything met", async () => {
    const { misaki, kenichi } = world.people;
    expect(await requestSignOff(wish(1), await as("misaki"))).toEqual(
      refused({ code: "EarlierStepOpen", step: "basic" }),
    );
    await aSignOff(basic, 0, { by: kenichi, trainee: misaki });
    expect(await requestSignOff(wish(1), await as("misaki"))).toEqual(refused({ code: "EarlierStepOpen", step: "0" }));
    await aSignOff(liaison, 0, { by: kenichi, trainee: misaki });
    const unmet = refused({ code: "NotYetMet", count: 3, kind: "criteria" });
    expect(await requestSignOff(wish(1), await as("misaki"))).toEqual(unmet);
    expect(await requestSignOff(wish(2), await as("misaki"))).toEqual(refused({ code: "EarlierStepOpen", step: "1" }));
    await stepOneMet();
    expect(await requestSignOff(wish(1), await as("misaki"))).toMatchObject({ ok: true });
  });

  test("an open remark keeps it closed", async () => {
    await educationSignedOff();
    await stepOneMet();
    await aRemark({ enrolment: liaison, criterionCode: "g1.s1.monthly-report", by: world.people.kenichi });
    const unmet = refused({ code: "NotYetMet", count: 1, kind: "criteria" });
    expect(await requestSignOff(wish(1), await as("misaki"))).toEqual(unmet);
  });

  test("twenty times at once: one request; after a withdrawal the next attempt", async () => {
    await commonEducationDone();
    const caller = await as("misaki");
    const answers = await atOnce(20, () => requestSignOff(wish(0), caller));
    const [request, ...more] = await db().signOffRequest.findMany();
    expect(more).toEqual([]);
    expect(answers).toEqual(Array(20).fill({ ok: true, value: { requestId: request?.id } }));
    const withdrawn = await atOnce(5, () => withdrawRequest({ requestId: request?.id ?? "" }, caller));
    expect(withdrawn).toEqual(Array(5).fill({ ok: true, value: { requestId: request?.id } }));
    expect(await requestSignOff(wish(0), caller)).toMatchObject({ ok: true });
    const attempts = await db().signOffRequest.findMany({ orderBy: { attempt: "asc" }, include: { outcome: true } });
    expect(attempts.map(({ attempt, outcome }) => [attempt, outcome?.kind ?? null])).toEqual([
      [0, "withdrawn"],
      [1, null],
    ]);
    expect(await actionsOf("misaki")).toEqual(["SignOffRequested", "SignOffRequestWithdrawn", "SignOffRequested"]);
  });

  test("only of an own STEP that there is", async () => {
    const others = await enrolmentOf(world.people.ren, "soc-monitoring");
    const caller = await as("misaki");
    expect(await requestSignOff(wish(0, others.id), caller)).toEqual(refused({ code: "NotFound" }));
    expect(await requestSignOff(wish(1, basic.id), caller)).toEqual(refused({ code: "NotFound" }));
    await educationSignedOff();
    expect(await requestSignOff(wish(0), caller)).toEqual(refused({ code: "StepCompleted", step: 0 }));
  });

  test("nobody else asks or withdraws; what is decided stays", async () => {
    const { misaki, kenichi } = world.people;
    await commonEducationDone();
    for (const name of ["kenichi", "makoto", "shin"] as const) {
      expect(await requestSignOff(wish(0), await as(name))).toEqual(refused({ code: "NotFound" }));
    }
    const { requestId } = await aSignOff(liaison, 0, { by: kenichi, trainee: misaki });
    expect(await withdrawRequest({ requestId }, await as("kenichi"))).toEqual(refused({ code: "NotFound" }));
    expect(await withdrawRequest({ requestId }, await as("misaki"))).toEqual(refused({ code: "RequestClosed" }));
  });
});

describe("asking for a judgement", () => {
  const judgement = (criterionCode = JUDGED) => ({
    enrolmentId: liaison.id,
    criterionCode,
    note: "図を用意しました。",
  });

  test("ten times at once: one request; withdrawn, it can be asked again", async () => {
    const caller = await as("misaki");
    const answers = await atOnce(10, () => askForJudgement(judgement(), caller));
    const [request, ...more] = await db().judgementRequest.findMany();
    expect(more).toEqual([]);
    expect(request).toMatchObject({ note: "図を用意しました。", requestedAt: now, closedAt: null });
    const requestId = request?.id ?? "";
    expect(answers).toEqual(Array(10).fill({ ok: true, value: { requestId } }));
    const withdrawn = await atOnce(5, () => withdrawJudgementRequest({ requestId }, caller));
    expect(withdrawn).toEqual(Array(5).fill({ ok: true, value: { requestId } }));
    expect(await askForJudgement(judgement(), caller)).toMatchObject({ ok: true });
    expect(await actionsOf("misaki")).toEqual([
      "JudgementRequested",
      "JudgementRequestWithdrawn",
      "JudgementRequested",
    ]);
  });

  test("of criteria that are judged, of own enrolments, and not twice over", async () => {
    const caller = await as("misaki");
    const nothing = refused({ code: "NothingToJudge" });
    expect(await askForJudgement(judgement("g1.s1.monthly-report"), caller)).toEqual(nothing);
    expect(await askForJudgement(judgement("g3.s1.overview"), caller)).toEqual(refused({ code: "NotFound" }));
    expect(await askForJudgement(judgement(), await as("ren"))).toEqual(refused({ code: "NotFound" }));
  });

  test("not of what is met already", async () => {
    await anAttestation(liaison, JUDGED, ["system", "business", "network"], world.people.kenichi);
    expect(await askForJudgement(judgement(), await as("misaki"))).toEqual(refused({ code: "AlreadyMet" }));
  });

  test("one that a mentor has closed cannot be withdrawn, nor anybody else's", async () => {
    const asked = await askForJudgement(judgement(), await as("misaki"));
    const requestId = asked.ok ? asked.value.requestId : "";
    expect(await withdrawJudgementRequest({ requestId }, await as("kenichi"))).toEqual(refused({ code: "NotFound" }));
    const closed = { closedAt: now, closedById: world.people.kenichi.id };
    await db().judgementRequest.update({ where: { id: requestId }, data: closed });
    expect(await withdrawJudgementRequest({ requestId }, await as("misaki"))).toEqual(
      refused({ code: "RequestClosed" }),
    );
  });
});

describe("answering what was sent back", () => {
  const sentBack = () => aRemark({ enrolment: liaison, criterionCode: JUDGED, by: world.people.kenichi });

  test("once, whatever the clicks", async () => {
    const { id: remarkId } = await sentBack();
    const caller = await as("misaki");
    const answers = await atOnce(10, () => answerRemark({ remarkId, answer: "図を描き直しました。" }, caller));
    expect(answers).toEqual(Array(10).fill({ ok: true, value: { remarkId } }));
    const remark = await db().remark.findUniqueOrThrow({ where: { id: remarkId } });
    expect(remark).toMatchObject({ answer: "図を描き直しました。", answeredAt: now, settledAt: null });
    expect(await actionsOf("misaki")).toEqual(["RemarkAnswered"]);
    expect(await answerRemark({ remarkId, answer: "別の答え" }, caller)).toEqual(refused({ code: "RemarkAnswered" }));
  });

  test("by the trainee, while it is open", async () => {
    const { id: remarkId } = await sentBack();
    for (const name of ["ren", "kenichi", "makoto"] as const) {
      expect(await answerRemark({ remarkId, answer: "代わりに" }, await as(name))).toEqual(
        refused({ code: "NotFound" }),
      );
    }
    await db().remark.update({ where: { id: remarkId }, data: { settledAt: now } });
    expect(await answerRemark({ remarkId, answer: "遅れて" }, await as("misaki"))).toEqual(
      refused({ code: "RemarkSettled" }),
    );
  });
});
