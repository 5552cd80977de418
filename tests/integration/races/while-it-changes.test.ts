import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setPolicyValue } from "@/lib/policy/commands";
import { policyForm } from "@/lib/policy/schema";
import { recogniseSteps } from "@/lib/recognition/commands";
import { correctRecord } from "@/lib/records/commands";
import { sendBackClaims, verifyClaims } from "@/lib/reviews/commands";
import { signOffStep } from "@/lib/sign-off/commands";
import { requestSignOff } from "@/lib/training/commands";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship, anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aHold, aRecord, at, type RecordMade, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { revoked } from "@/tests/support/revoking";
import { enrolmentOf } from "@/tests/support/training";

const REPORT = "g1.s1.monthly-report";
const INCIDENT = "g1.s1.incident-reports";
const MEETING = "g1.s1.external-meetings";
const now = at("2026-11-20", "14:02");

let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const aMeeting = () => aRecord(world.people.misaki, liaison, { kind: "meeting", claims: [MEETING] });
const deciding = (record: RecordMade) => ({
  recordId: record.id,
  claims: record.claims.map(({ id }) => id),
  supervision: null,
  mentorPresent: false,
  judged: null,
  right: null,
  parts: [],
  comment: "",
});
const correcting = (record: RecordMade) => ({
  recordId: record.id,
  onceKey: newId(),
  ...aDraft({ kind: "meeting", title: "外部との会合(訂正)" }),
  claims: [{ enrolmentId: liaison.id, criterionCode: MEETING, parts: [] }],
});
type Answer = { ok: true } | { ok: false; refusal: { code: string } };
const codeOf = (answer: Answer) => (answer.ok ? "ok" : answer.refusal.code);

describe("a mentor decides while the trainee corrects the record", () => {
  /** What was decided is about the record that was read: the corrected one waits again, whoever came first. */
  async function theCorrectedWaits(record: RecordMade) {
    const corrected = await db().practiceRecord.findFirstOrThrow({ where: { correctsId: record.id } });
    const claims = await db().recordClaim.findMany({ where: { recordId: corrected.id, withdrawnAt: null } });
    expect(claims).toMatchObject([{ criterionCode: MEETING, isUnverified: true }]);
    const counted = { withdrawnAt: null, claim: { withdrawnAt: null } };
    expect(await db().verification.count({ where: counted })).toBe(0);
    const actions = (await eventsAbout(world.people.misaki.id)).map(({ action }) => action);
    expect(actions.filter((action) => action === "RecordCorrected")).toHaveLength(1);
  }

  test("verifying, five times over: the correction stands, the mentor is told or has verified what is no longer counted", async () => {
    for (let time = 0; time < 5; time += 1) {
      const record = await aMeeting();
      const [mentor, trainee] = [await as("kenichi"), await as("misaki")];
      const acts = [() => verifyClaims(deciding(record), mentor), () => correctRecord(correcting(record), trainee)];
      const [verified, corrected] = await Promise.all((time % 2 === 0 ? acts : acts.toReversed()).map((act) => act()));
      const [first, second] = time % 2 === 0 ? [verified, corrected] : [corrected, verified];
      expect(codeOf(second as Answer)).toBe("ok");
      expect(["ok", "ClaimTakenBack"]).toContain(codeOf(first as Answer));
      const made = await db().practiceRecord.findFirstOrThrow({ where: { correctsId: record.id } });
      expect(await db().recordClaim.findMany({ where: { recordId: made.id } })).toMatchObject([{ isUnverified: true }]);
    }
  });

  test("verified on the page of the old record after the correction: told so, nothing counts", async () => {
    const record = await aMeeting();
    expect(codeOf(await correctRecord(correcting(record), await as("misaki")))).toBe("ok");
    expect(codeOf(await verifyClaims(deciding(record), await as("kenichi")))).toBe("ClaimTakenBack");
    await theCorrectedWaits(record);
  });

  test("sending back: at most one remark, and the corrected record waits", async () => {
    const record = await aMeeting();
    const reasons = new Map(record.claims.map(({ id }) => [id, "相手先が読み取れません。"]));
    const back = { recordId: record.id, reasons };
    const [sent, corrected] = await Promise.all([
      sendBackClaims(back, await as("kenichi")),
      correctRecord(correcting(record), await as("misaki")),
    ]);
    expect(codeOf(corrected)).toBe("ok");
    expect(await db().remark.count()).toBe(sent.ok ? 1 : 0);
    await theCorrectedWaits(record);
  });
});

describe("the policy changes during a request", () => {
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`).slice(0, 10);
  const reports = ["2025-11", "2025-12", ...months].map((month) => ({
    happenedOn: `${month}-28`,
    periodCovered: month,
    claims: [REPORT],
  }));
  const incidents = ["INC-1", "INC-2", "INC-3"].map((incidentRef) => ({
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

  async function asked() {
    const { misaki, kenichi, makoto } = world.people;
    await recognisedUpTo(await enrolmentOf(misaki, null), makoto, 0);
    await recognisedUpTo(liaison, makoto, 0);
    await verifiedRecords(misaki, liaison, kenichi, [...reports, ...incidents, ...meetings]);
    const answer = await requestSignOff({ enrolmentId: liaison.id, step: 1, note: "" }, await as("misaki"));
    return answer.ok ? answer.value.requestId : codeOf(answer);
  }
  const signing = (requestId: string) => ({
    requestId,
    marks: new Map([REPORT, INCIDENT, MEETING].map((code) => [code, "good" as const])),
    reasons: [],
    comment: "",
  });
  const raised = () =>
    policyForm.parse({
      onceKey: newId(),
      code: "g1.s1.incidentReports.n",
      holdsFrom: "2026-11-20",
      reason: "件数を増やす",
      value: "9",
    });

  test("before and while the mentor signs: the STEP is measured by the values of the day it opened", async () => {
    const requestId = await asked();
    const [mentor, manager] = [await as("kenichi"), await as("makoto")];
    const [set, ...signed] = await Promise.all([
      setPolicyValue(raised(), manager),
      ...Array.from({ length: 5 }, () => signOffStep(signing(requestId), mentor)),
    ]);
    expect(set?.ok).toBe(true);
    expect(signed.map((each) => each.ok)).toEqual(Array(5).fill(true));
    expect(await db().stepSignOff.count()).toBe(1);
    const { restedOn } = await db().stepSignOff.findFirstOrThrow();
    expect(restedOn).toMatchObject({ policy: { "g1.s1.incidentReports.n": 3 } });
  });

  test("changed before, it asks no more of who had asked already", async () => {
    const requestId = await asked();
    expect((await setPolicyValue(raised(), await as("makoto"))).ok).toBe(true);
    expect(codeOf(await signOffStep(signing(requestId), await as("kenichi")))).toBe("ok");
  });
});

describe("a mentor whose STEP is revoked", () => {
  /** Taro mentors because he is independent, and has taken Misaki's record on. */
  async function taroHolds() {
    const { taro, makoto } = world.people;
    const own = { edition: world.edition, by: makoto };
    await anEnrolment(taro, world.teams.soc, own);
    const enrolment = await anEnrolment(taro, world.teams.soc, { ...own, roleGroupCode: "liaison-coordination" });
    const form = { enrolmentId: enrolment.id, step: 3 as const, recognisedOn: "2026-04-01", reason: "前職で5年" };
    await recogniseSteps(form, await as("makoto"));
    const { id } = await aMentorship(taro, "liaison-coordination", world.teams.soc);
    await db().mentorship.update({ where: { id }, data: { basis: "proficiency" } });
    const record = await aMeeting();
    await aHold(liaison, taro, { record });
    const where = { enrolmentId: enrolment.id, step: 3 };
    return { record, completion: await db().recognition.findFirstOrThrow({ where }) };
  }

  test("holds nothing any more: another mentor decides, and the revoked one is told that it is not theirs", async () => {
    const { record, completion } = await taroHolds();
    const taro = await as("taro");
    expect(codeOf(await verifyClaims(deciding(record), await as("kenichi")))).toBe("HeldByAnother");
    expect((await revoked(completion.id, await as("makoto"))).ok).toBe(true);
    expect(codeOf(await verifyClaims(deciding(record), { ...taro, actor: await actorOf(taro.actor.id) }))).toBe(
      "NotFound",
    );
    expect(codeOf(await verifyClaims(deciding(record), await as("kenichi")))).toBe("ok");
    expect(await db().hold.findMany()).toMatchObject([{ ending: "lapsed", holderId: world.people.taro.id }]);
  });

  test("what they verified before stands", async () => {
    const { record, completion } = await taroHolds();
    expect(codeOf(await verifyClaims(deciding(record), await as("taro")))).toBe("ok");
    await atOnce(3, async () => revoked(completion.id, await as("makoto")));
    expect(await db().verification.findMany()).toMatchObject([
      { verifiedById: world.people.taro.id, withdrawnAt: null },
    ]);
  });
});
