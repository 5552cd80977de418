import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findRecordReview } from "@/lib/reviewed-record/queries";
import { aMentorship, anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, at, aVerification, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";

const MEETING = "g1.s1.external-meetings";
const SOLO = "g3.s2.solo-duty";
const ACCURACY = "g3.s2.alert-judgement";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
let monitoring: { id: string };
const viewOf = async (name: PersonaName, record: { id: string }) =>
  findRecordReview(await actorOf(world.people[name].id), record.id, now);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const { misaki, makoto, ren } = world.people;
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: misaki.id, roleGroupCode: "liaison-coordination" },
  });
  monitoring = await anEnrolment(misaki, world.teams.soc, {
    edition: world.edition,
    by: makoto,
    roleGroupCode: "soc-monitoring",
  });
  await recognisedUpTo(monitoring, makoto, 1);
  await aMentorship(ren, "soc-monitoring", world.teams.soc);
});

/** Misaki's alert of 18 November, judged right, alone: for two criteria of monitoring and one of liaison. */
async function anAlert() {
  const { misaki } = world.people;
  const made = await aRecord(misaki, monitoring, {
    kind: "alertJudgement",
    title: "VPN多重ログインの切り分け",
    supervision: 4,
    judged: 1,
    right: 1,
    claims: [SOLO, ACCURACY],
  });
  await db().recordClaim.create({
    data: {
      id: newId(),
      recordId: made.id,
      enrolmentId: liaison.id,
      criterionCode: "g1.s1.incident-reports",
      claimedAt: at("2026-11-18"),
    },
  });
  return made;
}

describe("a record under review", () => {
  test("shows a mentor their own claims with what verifying would move, and that others have some", async () => {
    const { misaki, ren } = world.people;
    await verifiedRecords(misaki, monitoring, ren, [
      {
        kind: "alertJudgement",
        supervision: 4,
        judged: 10,
        right: 9,
        claims: [SOLO, ACCURACY],
        happenedOn: "2026-10-01",
      },
    ]);
    const view = await viewOf("ren", await anAlert());
    expect(view).toMatchObject({
      title: "VPN多重ログインの切り分け",
      isReadable: true,
      otherRoleGroups: ["liaison-coordination"],
    });
    expect(view?.claims.map(({ criterion }) => criterion.code)).toEqual([SOLO, ACCURACY]);
    const moves = view?.claims.map(({ before, after }) => [before.progress.have, after?.progress.have, after?.effect]);
    expect(moves).toEqual([
      [1, 2, "counted"],
      [10, 11, "counted"],
    ]);
    expect(
      view?.claims.every(({ quality, checks }) => quality === "mentor" && checks.every(({ holds }) => holds)),
    ).toBe(true);
  });

  test("the mentor of the other role group sees the other claim", async () => {
    const view = await viewOf("kenichi", await anAlert());
    expect(view?.claims.map(({ criterion }) => criterion.code)).toEqual(["g1.s1.incident-reports"]);
    expect(view?.otherRoleGroups).toEqual(["soc-monitoring", "soc-monitoring"]);
  });
});

describe("what verifying would do", () => {
  test("says why a claim would not count though verified", async () => {
    const record = await aRecord(world.people.misaki, monitoring, {
      kind: "alertJudgement",
      supervision: 2,
      claims: [SOLO],
    });
    const [claim] = (await viewOf("ren", record))?.claims ?? [];
    expect(claim?.after?.effect).toBe("supervisionTooLow");
    expect(claim?.checks.find(({ check }) => check === "supervisionAtLeast")).toMatchObject({ holds: false, asked: 4 });
  });

  test("a remark on the criterion is settled by the new claim: what verifying moves says so", async () => {
    await aRemark(liaison, MEETING, world.people.kenichi, { on: "2026-11-10" });
    const record = await aRecord(world.people.misaki, liaison, { kind: "meeting", claims: [MEETING] });
    const [claim] = (await viewOf("kenichi", record))?.claims ?? [];
    expect(claim?.before.progress.openRemarkIds).toHaveLength(1);
    expect(claim?.after?.progress.openRemarkIds).toHaveLength(0);
  });

  test("what was said, what was verified, what is unusual about when", async () => {
    const { misaki, kenichi } = world.people;
    const first = await aRecord(misaki, liaison, { kind: "meeting", happenedOn: "2026-09-01", claims: [MEETING] });
    for (const claim of first.claims)
      await aRemark(liaison, MEETING, kenichi, { claim, on: "2026-09-03", answer: "足しました。" });
    const wish = {
      kind: "meeting" as const,
      happenedOn: "2026-09-01",
      loggedOn: "2026-11-19",
      claims: [MEETING],
      corrects: first,
    };
    const second = await aRecord(misaki, liaison, wish);
    for (const claim of second.claims) await aVerification(claim, kenichi, { on: "2026-11-20" });
    const view = await viewOf("kenichi", second);
    expect(view).toMatchObject({ isCorrection: true, lateDays: 79, loggedThatDay: 1 });
    expect(view?.earlierRemarks).toMatchObject([
      { reason: "どの会議で報告したかが読み取れません。", answer: "足しました。", isSettled: false },
    ]);
    expect(view?.claims[0]).toMatchObject({
      standing: "verified",
      after: null,
      verified: { by: { name: "高橋 健一" }, byReviewer: false },
    });
  });
});

describe("who sees it", () => {
  test("its mentors, its managers and who was appointed; a manager only looks", async () => {
    const record = await anAlert();
    for (const name of ["ren", "kenichi", "makoto", "taro"] as const)
      expect(await viewOf(name, record), name).not.toBeNull();
    for (const name of ["misaki", "yuko", "akari", "shin", "emi", "nao", "soto"] as const) {
      expect(await viewOf(name, record), name).toBeNull();
    }
    expect((await viewOf("makoto", record))?.claims.every(({ quality }) => quality === null)).toBe(true);
    expect(await viewOf("ren", { id: newId() })).toBeNull();
  });

  test("under TLP:RED the text is for the mentor who is named; others see the reference", async () => {
    const { misaki, ren } = world.people;
    const red = {
      tlp: "RED" as const,
      with: ren,
      evidence: ["SOC-20400"],
      supervision: 4 as const,
      incidentRef: "SOC-20400",
    };
    const record = await aRecord(misaki, monitoring, {
      ...red,
      kind: "alertJudgement",
      title: "取引先からの通報",
      claims: [SOLO],
    });
    await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.soc);
    expect(await viewOf("ren", record)).toMatchObject({ isReadable: true, title: "取引先からの通報" });
    const withheld = await viewOf("kenichi", record);
    expect(withheld).toMatchObject({
      isReadable: false,
      title: "",
      did: "",
      learned: "",
      evidence: [{ value: "SOC-20400" }],
    });
    expect(JSON.stringify(withheld)).not.toContain("取引先");
  });
});

/** Whether new words were published is asked at most every two seconds, by whichever page comes first. */
const statementsFor = async (record: { id: string }) => {
  const actor = await actorOf(world.people.ren.id);
  const sent = await statementsOf(() => findRecordReview(actor, record.id, now));
  return sent.filter((text) => !text.includes('"CurriculumWording"')).length;
};

test("three statements, whatever the number of records", async () => {
  const record = await anAlert();
  await statementsFor(record);
  const few = await statementsFor(record);
  const days = Array.from({ length: 20 }, (_, day) => `2026-10-${String(day + 1).padStart(2, "0")}`);
  const more = days.map((happenedOn) => ({ happenedOn, supervision: 4 as const, claims: [SOLO] }));
  await verifiedRecords(world.people.misaki, monitoring, world.people.ren, more);
  expect([few, await statementsFor(record)]).toEqual([3, 3]);
});
