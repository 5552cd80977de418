import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { sendBackClaims, verifyClaims, verifyRecords, withdrawVerification } from "@/lib/reviews/commands";
import type { RecordVerification } from "@/lib/reviews/schema";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, at, aVerification, type RecordMade } from "@/tests/support/practice";

const MEETING = "g1.s1.external-meetings";
const now = at("2026-11-20", "14:02");

let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await liaisonOf("misaki");
});

const liaisonOf = (name: PersonaName) =>
  db().enrolment.findFirstOrThrow({
    where: { personId: world.people[name].id, roleGroupCode: "liaison-coordination" },
  });

/** Misaki met the industry's SOC group on 18 November. */
const aMeeting = (wish: Partial<Parameters<typeof aRecord>[2]> = {}) =>
  aRecord(world.people.misaki, liaison, { kind: "meeting", title: "業界SOC連絡会 11月", claims: [MEETING], ...wish });

const verifying = (record: RecordMade, wish: Partial<RecordVerification> = {}): RecordVerification => ({
  recordId: record.id,
  claims: record.claims.map(({ id }) => id),
  supervision: null,
  mentorPresent: false,
  judged: null,
  right: null,
  parts: [],
  comment: "",
  ...wish,
});
const verificationsOf = (record: RecordMade) =>
  db().verification.findMany({ where: { claim: { recordId: record.id } }, orderBy: { attempt: "asc" } });
const firstClaim = ({ claims: [claim] }: RecordMade) => claim?.id ?? "";

describe("verifying", () => {
  test("stores what was confirmed, moves the last verified day, and says so in the audit", async () => {
    const record = await aMeeting({ supervision: 3, with: world.people.kenichi });
    const done = await verifyClaims(
      verifying(record, { supervision: 4, comment: "よく準備されていました。" }),
      await as("kenichi"),
    );
    expect(done).toEqual({ ok: true, value: { recordId: record.id, personId: world.people.misaki.id, claims: 1 } });
    expect(await verificationsOf(record)).toMatchObject([
      {
        attempt: 0,
        verifiedById: world.people.kenichi.id,
        verifiedAt: now,
        byReviewer: false,
        supervision: 4,
        mentorPresent: false,
        comment: "よく準備されていました。",
        withdrawnAt: null,
      },
    ]);
    const standing = await db().personStanding.findUniqueOrThrow({ where: { enrolmentId: liaison.id } });
    expect(standing.lastVerifiedOn).toEqual(new Date("2026-11-18"));
    expect((await eventsAbout(world.people.misaki.id)).at(-1)).toEqual({
      action: "ClaimsVerified",
      actor: world.people.kenichi.id,
      body: {
        ...{ recordId: record.id, claimIds: [firstClaim(record)], enrolmentIds: [liaison.id], byReviewer: false },
        confirmed: ["4 alone - -"],
        settled: [],
      },
    });
  });

  test("pressed forty times at once it is one verification and one event", async () => {
    const record = await aMeeting();
    const caller = await as("kenichi");
    const answers = await atOnce(40, () => verifyClaims(verifying(record), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(await verificationsOf(record)).toHaveLength(1);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });

  test("ten mentors at once: one verifies, the others are told who and when", async () => {
    const record = await aMeeting();
    const names = ["kenichi", "ren", "makoto", "akari", "shin", "emi", "taro", "nao", "soto", "yuko"] as const;
    for (const name of names) await aMentorship(world.people[name], "liaison-coordination", world.teams.hq);
    const callers = await Promise.all(names.map(as));
    const answers = await Promise.all(callers.map((caller) => verifyClaims(verifying(record), caller)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const others = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    for (const refusal of others)
      expect(refusal).toMatchObject({ code: "AlreadyVerified", on: "2026-11-20", time: "14:02" });
    expect(await verificationsOf(record)).toHaveLength(1);
  });
});

describe("who verifies", () => {
  test.each<[PersonaName, string]>([
    ["misaki", "the trainee"],
    ["yuko", "a mentor of another role group"],
    ["shin", "an administrator"],
    ["makoto", "a manager while there is a mentor"],
    ["taro", "a countersigner"],
    ["soto", "nobody in particular"],
  ])("%s is refused as if there were nothing: %s", async (name) => {
    const record = await aMeeting();
    expect(await verifyClaims(verifying(record), await as(name))).toEqual(refused("NotFound"));
    expect(await sendBackClaims(sendingBack(record), await as(name))).toEqual(refused("NotFound"));
    expect(await verifyRecords({ records: [record.id] }, await as(name))).toMatchObject({ value: { verified: 0 } });
    expect(await verificationsOf(record)).toEqual([]);
  });

  test("nobody verifies their own record, whatever they hold", async () => {
    await aMentorship(world.people.misaki, "liaison-coordination", world.teams.soc);
    const record = await aMeeting();
    expect(await verifyClaims(verifying(record), await as("misaki"))).toEqual(refused("NotFound"));
  });

  test("where the role group has no other mentor, a reviewer verifies and it is marked so", async () => {
    const yukos = await liaisonOf("yuko");
    const record = await aRecord(world.people.yuko, yukos, { kind: "meeting", claims: [MEETING] });
    expect(await verifyClaims(verifying(record), await as("nao"))).toMatchObject({ ok: true });
    expect(await verificationsOf(record)).toMatchObject([{ byReviewer: true, verifiedById: world.people.nao.id }]);
  });
});

describe("what is verified", () => {
  test("a record that does not exist, a claim of another record and no claim at all", async () => {
    const [record, other] = [await aMeeting(), await aMeeting()];
    const caller = await as("kenichi");
    expect(await verifyClaims(verifying({ id: newId(), claims: [{ id: newId() }] }), caller)).toEqual(
      refused("NotFound"),
    );
    expect(await verifyClaims(verifying({ ...record, claims: other.claims }), caller)).toEqual(refused("NotFound"));
    expect(await verifyClaims(verifying({ ...record, claims: [] }), caller)).toEqual(refused("NothingChosen"));
  });

  test("one claim refused: none is verified", async () => {
    const record = await aMeeting({ claims: [MEETING, { code: "g1.s2.triage", parts: ["alert"] }] });
    const parts = [{ claimId: firstClaim(record), part: "never-claimed" }];
    expect(await verifyClaims(verifying(record, { parts }), await as("kenichi"))).toEqual(refused("PartNotClaimed"));
    expect(await verificationsOf(record)).toEqual([]);
  });

  test("settles what was said about the criterion before the claim was made", async () => {
    const remark = await aRemark(liaison, MEETING, world.people.kenichi, { on: "2026-11-10" });
    const elsewhere = await aRemark(liaison, "g1.s1.monthly-report", world.people.kenichi, { on: "2026-11-10" });
    const older = await aMeeting({ loggedOn: "2026-11-09", happenedOn: "2026-11-09" });
    await verifyClaims(verifying(older), await as("kenichi"));
    expect(await db().remark.count({ where: { settledAt: null } })).toBe(2);
    await verifyClaims(verifying(await aMeeting()), await as("kenichi"));
    const settled = await db().remark.findMany({ where: { settledAt: now, settledById: world.people.kenichi.id } });
    expect(settled.map(({ id }) => id)).toEqual([remark.id]);
    expect(elsewhere.id).not.toBe(remark.id);
  });
});

const REASON = "どの団体の会合かが読み取れません。";
const sendingBack = (record: RecordMade, reason = REASON) => ({
  recordId: record.id,
  reasons: new Map(record.claims.map(({ id }) => [id, reason])),
});

describe("sending back", () => {
  test("opens a remark that says why, and the audit holds no word of it", async () => {
    const record = await aMeeting();
    expect(await sendBackClaims(sendingBack(record), await as("kenichi"))).toMatchObject({ ok: true });
    expect(await db().remark.findMany()).toMatchObject([
      { enrolmentId: liaison.id, criterionCode: MEETING, claimId: firstClaim(record), reason: REASON, settledAt: null },
    ]);
    const [event] = await eventsAbout(world.people.misaki.id);
    expect(event?.action).toBe("ClaimsSentBack");
    expect(JSON.stringify(event)).not.toContain("会合");
  });

  test("without a reason nothing goes back", async () => {
    const record = await aMeeting();
    const caller = await as("kenichi");
    expect(await sendBackClaims({ recordId: record.id, reasons: new Map() }, caller)).toEqual(refused("ReasonMissing"));
    expect(await sendBackClaims({ recordId: record.id, reasons: new Map() }, await as("yuko"))).toEqual(
      refused("NotFound"),
    );
  });

  test("pressed forty times at once it is one remark", async () => {
    const record = await aMeeting();
    const caller = await as("kenichi");
    const answers = await atOnce(40, () => sendBackClaims(sendingBack(record), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(await db().remark.count()).toBe(1);
  });

  test("an answer that is not enough is judged by the next reason", async () => {
    const record = await aMeeting();
    const [claim] = record.claims;
    await aRemark(liaison, MEETING, world.people.kenichi, { ...(claim && { claim }), answer: "業界SOC連絡会です。" });
    expect(
      await sendBackClaims(sendingBack(record, "議事の要点も足してください。"), await as("kenichi")),
    ).toMatchObject({ ok: true });
    const open = await db().remark.findMany({ where: { settledAt: null } });
    expect(open.map(({ reason }) => reason)).toEqual(["議事の要点も足してください。"]);
  });

  test("a verified claim is not sent back, and who verified it is told", async () => {
    const record = await aMeeting();
    for (const claim of record.claims) await aVerification(claim, world.people.kenichi);
    expect(await sendBackClaims(sendingBack(record), await as("kenichi"))).toMatchObject(
      refused("AlreadyVerified", { by: "高橋 健一", byLatin: "Kenichi Takahashi", on: "2026-11-19", time: "09:00" }),
    );
  });
});

describe("taking a verification back", () => {
  const verified = async () => {
    const record = await aMeeting();
    const made = [];
    for (const claim of record.claims) made.push(await aVerification(claim, world.people.kenichi));
    return { record, verificationId: made[0]?.id ?? "" };
  };

  test("the claim waits again, nothing is deleted, and it can be verified anew", async () => {
    const { record, verificationId } = await verified();
    const reason = "別の会合の記録でした。";
    expect(await withdrawVerification({ verificationId, reason }, await as("kenichi"))).toMatchObject({ ok: true });
    const standing = await db().personStanding.findUniqueOrThrow({ where: { enrolmentId: liaison.id } });
    expect(standing.lastVerifiedOn).toBeNull();
    expect(await verifyClaims(verifying(record), await as("kenichi"))).toMatchObject({ ok: true });
    expect(await verificationsOf(record)).toMatchObject([
      { attempt: 0, withdrawnAt: now, withdrawnById: world.people.kenichi.id, withdrawReason: reason },
      { attempt: 1, withdrawnAt: null },
    ]);
  });

  test("twice at once it is one withdrawal", async () => {
    const { verificationId } = await verified();
    const caller = await as("kenichi");
    const answers = await atOnce(10, () => withdrawVerification({ verificationId, reason: "取り違え" }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });

  test("others than its mentors see nothing to take back", async () => {
    const { verificationId } = await verified();
    for (const name of ["misaki", "yuko", "makoto"] as const) {
      expect(await withdrawVerification({ verificationId, reason: "…" }, await as(name))).toEqual(refused("NotFound"));
    }
    expect(await withdrawVerification({ verificationId: newId(), reason: "…" }, await as("kenichi"))).toEqual(
      refused("NotFound"),
    );
  });
});

describe("several records at once", () => {
  test("verifies those without judgement as claimed, and tells of each other one why not", async () => {
    const fresh = await aMeeting();
    const duty = await aMeeting({ claims: [{ code: "g1.s2.triage", parts: [] }] });
    const red = await aMeeting({ tlp: "RED", with: world.people.kenichi });
    const again = await aMeeting();
    await aRemark(liaison, MEETING, world.people.kenichi, { claim: { id: firstClaim(again) }, answer: "足しました。" });
    const unknown = newId();
    const records = [fresh, duty, red, again, { id: unknown }].map(({ id }) => id);
    expect(await verifyRecords({ records }, await as("kenichi"))).toEqual({
      ok: true,
      value: {
        verified: 1,
        refused: [
          { recordId: duty.id, code: "NeedsJudgement" },
          { recordId: red.id, code: "NeedsJudgement" },
          { recordId: again.id, code: "NeedsJudgement" },
          { recordId: unknown, code: "NotFound" },
        ],
      },
    });
    expect(await verificationsOf(fresh)).toHaveLength(1);
    expect(await db().verification.count()).toBe(1);
  });

  test("sent twice at once, each is verified once", async () => {
    const records = [(await aMeeting()).id, (await aMeeting()).id];
    const caller = await as("kenichi");
    const answers = await atOnce(5, () => verifyRecords({ records }, caller));
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { verified: 2, refused: [] } });
    expect(await db().verification.count()).toBe(2);
  });

  test("nothing chosen", async () => {
    expect(await verifyRecords({ records: [] }, await as("kenichi"))).toEqual(refused("NothingChosen"));
  });
});
