import { beforeEach, expect, test } from "vitest";
import { wordsAsTheyWere } from "@/lib/curriculum/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { countersignStep, signOffStep } from "@/lib/sign-off/commands";
import { findSignedStep } from "@/lib/signed-step/queries";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignOffRequest, at, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { reinstated, revoked } from "@/tests/support/revoking";
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
  const { misaki, makoto } = world.people;
  liaison = await enrolmentOf(misaki, "liaison-coordination");
  await recognisedUpTo(await enrolmentOf(misaki, null), makoto, 0);
  await recognisedUpTo(liaison, makoto, 0);
});

const MONTHS = [
  "2025-11",
  "2025-12",
  ...Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`),
];

/** STEP1 of Misaki, signed off by Kenichi; under the policy of two signatures also by Taro. */
async function signedStep1({ two = false } = {}) {
  const { misaki, kenichi } = world.people;
  if (two) {
    const policyValues = { "platform.countersign.step1": true };
    await db().stepOpened.updateMany({ where: { enrolmentId: liaison.id, step: 1 }, data: { policyValues } });
  }
  const reports = MONTHS.map((month) => ({ happenedOn: `${month}-28`, periodCovered: month, claims: [REPORT] }));
  const incidents = ["INC-101", "INC-102", "INC-103"].map((incidentRef, place) => ({
    kind: "incident" as const,
    happenedOn: "2026-06-10",
    incidentRef,
    claims: [INCIDENT],
    ...(place === 0 && { tlp: "RED" as const, with: kenichi, title: "漏えいの詳細" }),
  }));
  const meetings = ["2026-01-15", "2026-04-16", "2026-07-16", "2026-10-15"].map((happenedOn) => ({
    kind: "meeting" as const,
    happenedOn,
    claims: [MEETING],
  }));
  await verifiedRecords(misaki, liaison, kenichi, [...reports, ...incidents, ...meetings]);
  const request = await aSignOffRequest(liaison, misaki, { step: 1 });
  const marks = new Map([REPORT, INCIDENT, MEETING].map((code) => [code, "good" as const]));
  const form = { requestId: request.id, marks, reasons: [], comment: "よくできました。" };
  await signOffStep(form, await as("kenichi"));
  if (two) await countersignStep({ ...form, comment: "" }, await as("taro"));
  return db().stepSignOff.findFirstOrThrow();
}

test("who asked, who signed, on which records, values and words", async () => {
  const { id } = await signedStep1();
  const signed = await findSignedStep((await as("misaki")).actor, id);
  expect(signed).toMatchObject({
    step: 1,
    mentor: { by: { name: "高橋 健一" }, on: "2026-11-20", comment: "よくできました。" },
    countersigned: null,
    revocations: [],
  });
  expect(signed?.rested.items.map(({ code, have, need }) => [code, have, need])).toEqual([
    [REPORT, 12, 12],
    [INCIDENT, 3, 3],
    [MEETING, 4, 4],
  ]);
  expect(signed?.claims).toHaveLength(19);
  expect(signed?.claims.every(({ verified }) => verified.by.id === world.people.kenichi.id)).toBe(true);
  const words = await wordsAsTheyWere(signed?.rested.wording ?? "", "ja");
  expect(signed?.rested.items[0]?.text.ja).toBe(words.text(REPORT));
});

test("two signatures, each with its day", async () => {
  const { id } = await signedStep1({ two: true });
  expect(await findSignedStep((await as("makoto")).actor, id)).toMatchObject({
    mentor: { by: { name: "高橋 健一" } },
    countersigned: { by: { name: "加藤 太郎" }, on: "2026-11-20" },
    mayRevoke: true,
  });
});

test("years later it is as it was: new words, a corrected record and an ended enrolment change nothing", async () => {
  const { id } = await signedStep1();
  const before = await findSignedStep((await as("misaki")).actor, id);
  const { words } = await db().curriculumWording.findFirstOrThrow({ orderBy: { loadedAt: "desc" } });
  const rewritten = JSON.parse(JSON.stringify(words).replaceAll("月次", "毎月の"));
  const later = { id: newId(), digest: `later-${newId()}`, words: rewritten, loadedAt: new Date("2029-01-01") };
  await db().curriculumWording.create({ data: later });
  await db().enrolment.update({ where: { id: liaison.id }, data: { endedOn: new Date("2028-03-31") } });
  const after = await findSignedStep((await as("misaki")).actor, id);
  expect(after?.rested).toEqual(before?.rested);
  expect(after?.claims).toEqual(before?.claims);
  await db().curriculumWording.delete({ where: { id: later.id } });
});

test("revoked and reinstated: both stay to be read, with who and why", async () => {
  const { id } = await signedStep1();
  const caller = await as("makoto");
  await revoked(id, caller);
  const { id: revocationId } = await db().revocation.findFirstOrThrow();
  await reinstated(revocationId, caller);
  await revoked(id, caller);
  const signed = await findSignedStep((await as("kenichi")).actor, id);
  expect(signed?.revocations).toMatchObject([
    { by: { name: "渡辺 誠" }, reinstated: { by: { name: "渡辺 誠" }, on: "2026-11-20" } },
    { by: { name: "渡辺 誠" }, reinstated: null },
  ]);
  expect(signed?.mayRevoke).toBe(false);
});

test("for who may see the enrolment; a TLP:RED title only for her and the mentor it names", async () => {
  const { id } = await signedStep1();
  const red = async (name: PersonaName) =>
    (await findSignedStep((await as(name)).actor, id))?.claims.find(({ tlp }) => tlp === "RED")?.title;
  expect([await red("misaki"), await red("kenichi"), await red("makoto")]).toEqual([
    "漏えいの詳細",
    "漏えいの詳細",
    "",
  ]);
  for (const name of ["akari", "shin", "emi", "ren", "soto", "yuko"] as const) {
    expect(await findSignedStep((await as(name)).actor, id)).toBeNull();
  }
  expect(await findSignedStep((await as("misaki")).actor, newId())).toBeNull();
});
