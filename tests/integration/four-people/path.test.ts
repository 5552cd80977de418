import { beforeEach, expect, test } from "vitest";
import { appointMentor, appointSigner } from "@/lib/appointments/commands";
import { grantCapacity } from "@/lib/capacity/commands";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import { enrolPerson } from "@/lib/enrolment/commands";
import { setUp } from "@/lib/identity/commands";
import { attestCheckpoints } from "@/lib/judgement/commands";
import { addPerson } from "@/lib/people/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { decideRequest } from "@/lib/sign-off/commands";
import { findStepSheet } from "@/lib/sign-off/queries";
import { requestSignOff } from "@/lib/training/commands";
import { anEdition } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf } from "@/tests/support/personas";
import { aLink, aVisitor, FRIDAY, PASSWORD } from "@/tests/support/sign-in";

/** docs/operating.md, "A team of four": A set Sodate up, B is asked to manage beside A, C is a trainee, D heads the department. */

const TODAY = "2026-11-20";
const GROUP = "security-management" as const;
const BY = { reason: "前職での経験", fromOn: TODAY };

const as = async (personId: string): Promise<Caller> => ({ actor: await actorOf(personId), now: FRIDAY });
const refused = (code: string) => ({ ok: false, refusal: { code } });

async function setUpByA() {
  const { token } = await aLink({ kind: "setup" });
  const names = { organisationJa: "小さな会社", organisationEn: "A small company", teamJa: "CSIRT", teamEn: "CSIRT" };
  const own = { name: "青木 葵", reading: "あおき あおい", latinName: "Aoi Aoki", email: "a@small.example" };
  const form = { token, ...names, ...own, locale: "ja" as const, password: PASSWORD, passwordAgain: PASSWORD };
  expect((await setUp(form, aVisitor())).ok).toBe(true);
  const [a = { id: "" }] = await db().person.findMany({ select: { id: true } });
  const team = await db().team.findFirstOrThrow({ select: { id: true } });
  return { a: a.id, team: team.id };
}

async function added(by: string, team: string, name: string, email: string) {
  const profile = { name, reading: "かな", latinName: "", employeeNumber: null, email, endsOn: null, fromOn: null };
  const onceKey = newId();
  const form = { ...profile, onceKey, locale: "ja" as const, affiliation: "own" as const, teamId: team };
  expect((await addPerson(form, await as(by))).ok).toBe(true);
  return onceKey;
}

async function enrolled(by: string, personId: string, teamId: string) {
  const onceKey = newId();
  const form = { onceKey, personId, teamId, roleGroup: GROUP, tracks: [], enrolledOn: TODAY };
  expect((await enrolPerson(form, await as(by))).ok).toBe(true);
  return onceKey;
}

/** Every criterion of STEP3 judged met, in which quality the person by whom has. */
async function judgeStepThree(by: string, enrolmentId: string) {
  const edition = await curriculumFor((await anEdition()).id);
  for (const { code, rule } of edition.criteriaOf(GROUP, 3, [])) {
    const checkpoints = rule.kind === "attest" && Array.isArray(rule.checkpoints) ? rule.checkpoints : [];
    const judged = checkpoints.map((each) => ({
      checkpoint: each.code,
      judgement: "met" as const,
      supervision: 4 as const,
      comment: "",
    }));
    const decision = await attestCheckpoints({ enrolmentId, criterionCode: code, judged }, await as(by));
    expect(decision, code).toMatchObject({ ok: true });
  }
  return edition.criteriaOf(GROUP, 3, []).map(({ code }) => code);
}

type Signing = { trainee: string; enrolmentId: string; mentor: string; second: string };

/** Asked for by the trainee, signed by one and countersigned by another. */
async function signOffStepThree({ trainee, enrolmentId, mentor, second }: Signing) {
  const codes = await judgeStepThree(mentor, enrolmentId);
  expect(await requestSignOff({ enrolmentId, step: 3, note: "" }, await as(trainee))).toMatchObject({ ok: true });
  const { id: requestId } = await db().signOffRequest.findFirstOrThrow({ where: { enrolmentId, step: 3 } });
  const marks = new Map(codes.map((code) => [code, "good" as const]));
  const form = { requestId, comment: "", marks, reasons: [] };
  expect(await decideRequest({ ...form, decision: "signOff" }, await as(mentor))).toMatchObject({
    ok: true,
    value: { outcome: "awaitsCountersignature" },
  });
  for (const nobody of [trainee, mentor]) {
    expect(await decideRequest({ ...form, decision: "countersign" }, await as(nobody))).toMatchObject({ ok: false });
  }
  expect(await decideRequest({ ...form, decision: "countersign" }, await as(second))).toMatchObject({ ok: true });
  return db().stepSignOff.findFirstOrThrow({ where: { enrolmentId, step: 3 } });
}

/** Whether the sheet of STEP3 marks its sign-off as a reviewer's. */
async function markedIn(by: string, personId: string, enrolmentId: string) {
  const sheet = await findStepSheet(await actorOf(by), { personId, enrolmentId, step: 3 }, FRIDAY);
  return sheet?.requests.map(({ outcome }) => outcome?.byReviewer);
}

const proficiencyIn = (enrolmentId: string) =>
  db().personStanding.findUnique({ where: { enrolmentId }, select: { completedStep: true, openStep: true } });

beforeEach(emptyDatabase);

test("four people get from set-up to two countersigned STEP3, and nobody decides on themselves", async () => {
  const { a, team } = await setUpByA();
  const b = await added(a, team, "馬場 文", "b@small.example");
  const c = await added(a, team, "千葉 千秋", "c@small.example");
  const d = await added(a, team, "土井 大地", "d@small.example");
  const grant = { onceKey: newId(), personId: b, capacity: "manager" as const, teamId: team, reason: "2人目の管理者" };
  expect((await grantCapacity(grant, await as(a))).ok).toBe(true);

  const ofA = await enrolled(b, a, team);
  const upToTwo = { step: 2 as const, recognisedOn: TODAY, reason: BY.reason };
  expect(await recogniseSteps({ ...upToTwo, enrolmentId: ofA }, await as(a))).toEqual(refused("OwnRecognition"));
  expect((await recogniseSteps({ ...upToTwo, enrolmentId: ofA }, await as(b))).ok).toBe(true);
  const mentor = {
    ...BY,
    onceKey: newId(),
    personId: a,
    roleGroupCode: GROUP,
    teamId: team,
    basis: "appointment",
  } as const;
  expect(await appointMentor(mentor, await as(a))).toEqual(refused("OwnAppointment"));
  expect((await appointMentor(mentor, await as(b))).ok).toBe(true);

  const ofC = await enrolled(a, c, team);
  expect((await recogniseSteps({ ...upToTwo, enrolmentId: ofC }, await as(a))).ok).toBe(true);
  const first = await signOffStepThree({ trainee: c, enrolmentId: ofC, mentor: a, second: b });
  expect(first).toMatchObject({ mentorId: a, countersignedById: b, byReviewer: false });
  expect(await proficiencyIn(ofC)).toEqual({ completedStep: 3, openStep: null });

  const signer = {
    ...BY,
    onceKey: newId(),
    personId: d,
    kind: "countersigner",
    teamId: team,
    roleGroupCode: null,
  } as const;
  expect((await appointSigner(signer, await as(b))).ok).toBe(true);
  const second = await signOffStepThree({ trainee: a, enrolmentId: ofA, mentor: b, second: d });
  expect(second).toMatchObject({ mentorId: b, countersignedById: d, byReviewer: true });
  expect(await proficiencyIn(ofA)).toEqual({ completedStep: 3, openStep: null });
  expect(await markedIn(b, c, ofC)).toEqual([false]);
  expect(await markedIn(d, a, ofA)).toEqual([true]);
});
