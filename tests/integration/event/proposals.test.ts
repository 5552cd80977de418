import { beforeEach, describe, expect, test } from "vitest";
import { cancelEvent, confirmProposal, declineProposal, verifyEvent } from "@/lib/event/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aMentorship } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aConfirmation, aConfirmedRecord, anEvent, proposalTo, took } from "@/tests/support/events";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const INCIDENT = "g1.s1.incident-reports";
let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const claim = () => ({ enrolmentId: liaison.id, criterionCode: INCIDENT, parts: [] });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const logged = async () => {
  const event = await anEvent(await as("makoto"), [took(world.people.misaki), took(world.people.ren)]);
  return { event, proposal: await proposalTo(world.people.misaki) };
};
const recordsOf = (name: PersonaName) =>
  db().practiceRecord.findMany({
    where: { personId: world.people[name].id },
    include: { claims: true, evidence: true },
  });

describe("Misaki confirms what was proposed to her", () => {
  test("as an ordinary record that waits, with what the event says", async () => {
    const { proposal } = await logged();
    const done = await confirmProposal(aConfirmation(proposal, { claims: [claim()] }), await as("misaki"));
    const [record, ...more] = await recordsOf("misaki");
    expect(more).toEqual([]);
    expect(done).toEqual({ ok: true, value: { recordId: record?.id, claims: 1 } });
    expect(record).toMatchObject({
      onceKey: proposal.id,
      kind: "incident",
      title: "メールサーバーの不正利用",
      happenedOn: new Date("2026-11-18"),
      incidentRef: "INC-204",
      claims: [{ criterionCode: INCIDENT, isUnverified: true }],
      evidence: [{ value: "INC-204" }],
    });
    expect(await db().verification.count()).toBe(0);
  });

  test("with what she changed", async () => {
    const { proposal } = await logged();
    await confirmProposal(aConfirmation(proposal, { did: "一次対応だけをした。", evidence: [] }), await as("misaki"));
    expect(await recordsOf("misaki")).toMatchObject([{ did: "一次対応だけをした。", evidence: [], claims: [] }]);
  });

  test("twenty times at once: one record, and every answer names it", async () => {
    const { proposal, event } = await logged();
    const caller = await as("misaki");
    const form = aConfirmation(proposal, { claims: [claim()] });
    const answers = await atOnce(20, () => confirmProposal(form, caller));
    const [record, ...more] = await recordsOf("misaki");
    expect(more).toEqual([]);
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.recordId : answer.refusal.code)))).toEqual(
      new Set([record?.id]),
    );
    const seen = await eventsAbout(world.people.misaki.id);
    expect(seen.map(({ action }) => action)).toEqual(["RecordLogged", "ProposalConfirmed"]);
    expect(seen[1]?.body).toEqual({ proposalId: proposal.id, eventId: event.id, recordId: record?.id });
  });

  test("while the event is cancelled: one of the two, never both", async () => {
    for (let round = 0; round < 6; round++) {
      const event = await anEvent(await as("makoto"), [took(world.people.misaki)]);
      const proposal = await db().proposedRecord.findFirstOrThrow({ where: { participation: { eventId: event.id } } });
      const [misaki, makoto] = [await as("misaki"), await as("makoto")];
      const [confirmed, cancelled] = await Promise.all([
        confirmProposal(aConfirmation(proposal), misaki),
        cancelEvent({ eventId: event.id, reason: "取り違え" }, makoto),
      ]);
      expect(confirmed.ok).toBe(!cancelled.ok);
      if (!confirmed.ok) expect(confirmed).toEqual(refused("EventEnded"));
      if (!cancelled.ok) expect(cancelled).toEqual(refused("EventConfirmed"));
    }
  });

  test("by the checks of every record: a criterion that is not hers is refused, and the proposal stays", async () => {
    const { proposal } = await logged();
    const rens = await enrolmentOf(world.people.ren, "soc-monitoring");
    const form = aConfirmation(proposal, { claims: [{ ...claim(), enrolmentId: rens.id }] });
    expect(await confirmProposal(form, await as("misaki"))).toEqual(refused("CriterionNotClaimable"));
    expect(await recordsOf("misaki")).toEqual([]);
    expect((await confirmProposal(aConfirmation(proposal), await as("misaki"))).ok).toBe(true);
  });

  test("nobody confirms or declines for somebody else", async () => {
    const { proposal } = await logged();
    for (const name of ["makoto", "kenichi", "ren", "shin"] as const) {
      expect(await confirmProposal(aConfirmation(proposal), await as(name))).toEqual(refused("NotFound"));
      expect(await declineProposal({ proposalId: proposal.id, reason: "" }, await as(name))).toEqual(
        refused("NotFound"),
      );
    }
  });
});

describe("Misaki declines", () => {
  test("twenty times at once: once, with her reason", async () => {
    const { proposal } = await logged();
    const caller = await as("misaki");
    const form = { proposalId: proposal.id, reason: "その日は休んでいました。" };
    const answers = await atOnce(20, () => declineProposal(form, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await eventsAbout(world.people.misaki.id)).map(({ action }) => action)).toEqual(["ProposalDeclined"]);
    expect(await confirmProposal(aConfirmation(proposal), caller)).toEqual(refused("ProposalDeclined"));
    expect(await recordsOf("misaki")).toEqual([]);
  });
  test("what was declined does not keep the event from being cancelled", async () => {
    const { proposal, event } = await logged();
    await declineProposal({ proposalId: proposal.id, reason: "" }, await as("misaki"));
    expect((await cancelEvent({ eventId: event.id, reason: "取り違え" }, await as("makoto"))).ok).toBe(true);
  });
  test("and a confirmed one is not declined", async () => {
    const { proposal } = await logged();
    await aConfirmedRecord(await as("misaki"), proposal, []);
    expect(await declineProposal({ proposalId: proposal.id, reason: "" }, await as("misaki"))).toEqual(
      refused("ProposalConfirmed"),
    );
  });
});

describe("the lot is verified on the event's page", () => {
  const confirmed = async () => {
    const { event, proposal } = await logged();
    const record = await aConfirmedRecord(await as("misaki"), proposal, [claim()]);
    return { event, record };
  };

  test("by the mentor of the role group, in one act for every record", async () => {
    const { event, record } = await confirmed();
    const rens = await aConfirmedRecord(await as("ren"), await proposalTo(world.people.ren), []);
    const form = { eventId: event.id, records: [record.id, rens.id] };
    // Ren's record claims nothing: there is nothing of it to verify.
    expect(await verifyEvent(form, await as("kenichi"))).toEqual({
      ok: true,
      value: { verified: 1, refused: [{ recordId: rens.id, code: "NotFound" }] },
    });
    expect(await db().verification.findMany({ select: { verifiedById: true } })).toEqual([
      { verifiedById: world.people.kenichi.id },
    ]);
  });

  test("three mentors of one role group at once: one verification", async () => {
    const { event, record } = await confirmed();
    const { makoto, taro } = world.people;
    for (const person of [makoto, taro]) await aMentorship(person, "liaison-coordination", world.teams.soc);
    const callers = await Promise.all([as("kenichi"), as("makoto"), as("taro")]);
    await Promise.all(callers.map((caller) => verifyEvent({ eventId: event.id, records: [record.id] }, caller)));
    expect(await db().verification.count()).toBe(1);
  });

  test("never one's own, and not what was sent along from elsewhere", async () => {
    const { event, record } = await confirmed();
    expect(await verifyEvent({ eventId: event.id, records: [record.id] }, await as("misaki"))).toMatchObject({
      value: { verified: 0, refused: [{ code: "NotFound" }] },
    });
    expect(await verifyEvent({ eventId: event.id, records: [newId()] }, await as("kenichi"))).toEqual(
      refused("NotFound"),
    );
    expect(await verifyEvent({ eventId: event.id, records: [] }, await as("kenichi"))).toEqual(
      refused("NothingChosen"),
    );
    expect(await db().verification.count()).toBe(0);
  });

  test("what its mentor alone may read, or was sent back before, is looked at by itself", async () => {
    const { event, record } = await confirmed();
    await db().practiceRecord.update({ where: { id: record.id }, data: { tlp: "RED" } });
    expect(await verifyEvent({ eventId: event.id, records: [record.id] }, await as("kenichi"))).toMatchObject({
      value: { verified: 0, refused: [{ code: "NeedsJudgement" }] },
    });
  });
});
