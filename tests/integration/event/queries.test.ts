import { beforeEach, describe, expect, test } from "vitest";
import { canName } from "@/lib/domain/shared-event";
import { annotateEvent, cancelEvent, declineProposal } from "@/lib/event/commands";
import { loadNamed, loadOwnTeams } from "@/lib/event/facts";
import { findEvent, findProposal, findWhatWaits, listEvents, listNameable, proposedRecord } from "@/lib/event/queries";
import { db, inTransaction } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { listTraining } from "@/lib/training/queries";
import { aMentorship, anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aConfirmedRecord, anEvent, proposalTo, took } from "@/tests/support/events";
import { actorOf, aWorld, PERSONAS, type PersonaName, type World } from "@/tests/support/personas";
import { statementsOf } from "@/tests/support/statements";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const INCIDENT = "g1.s1.incident-reports";
let world: World;
const actor = (name: PersonaName) => actorOf(world.people[name].id);
const as = async (name: PersonaName) => ({ actor: await actor(name), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

test("who is offered to be named is who may be named, for everybody", async () => {
  const ids = PERSONAS.map((name) => world.people[name].id);
  for (const name of PERSONAS) {
    const who = await actor(name);
    const offered = (await listNameable(who, { for: "event", chosen: [], q: null })).map(({ id }) => id);
    const [people, own] = await inTransaction(
      async (tx) => [await loadNamed(tx, ids, now), await loadOwnTeams(tx, who)] as const,
    ).then((loaded) => ("ok" in loaded ? [[], []] : loaded));
    const may = people.filter((person) => canName(who, person, own)).map(({ personId }) => personId);
    expect([name, offered.sort()]).toEqual([name, may.sort()]);
  }
});

test("those chosen stay, whatever is searched for, and are told with their mentors", async () => {
  const { misaki, ren, kenichi } = world.people;
  const found = await listNameable(await actor("makoto"), { for: "event", chosen: [misaki.id], q: "鈴木" });
  expect(found.map(({ id }) => id)).toEqual([misaki.id, ren.id]);
  expect(found[0]?.mentors.map(({ id }) => id)).toEqual([kenichi.id]);
});

const logged = async () => anEvent(await as("makoto"), [took(world.people.misaki), took(world.people.ren)]);

describe("an event", () => {
  test("is seen by who logged it, who took part, and who sees their training; to others it is not there", async () => {
    const { id } = await logged();
    const sees: string[] = [];
    for (const name of PERSONAS) {
      const who = await actor(name);
      const [found, listed] = [await findEvent(who, id), await listEvents(who, 1)];
      expect([name, found !== null]).toEqual([name, listed.total === 1]);
      if (found) sees.push(name);
    }
    expect(sees.sort()).toEqual(["akari", "kenichi", "makoto", "misaki", "ren", "taro"]);
  });

  test("gives its participants nothing of each other's records", async () => {
    const { id } = await logged();
    const liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
    const claims = [{ enrolmentId: liaison.id, criterionCode: INCIDENT, parts: [] }];
    const record = await aConfirmedRecord(await as("misaki"), await proposalTo(world.people.misaki), claims);
    const seenBy = async (name: PersonaName) =>
      (await findEvent(await actor(name), id))?.parts.find(({ person }) => person.id === world.people.misaki.id);

    expect(await seenBy("ren")).toMatchObject({
      isSeen: false,
      did: "",
      proposals: [{ state: "confirmed", record: null }],
    });
    expect(await seenBy("kenichi")).toMatchObject({
      isSeen: true,
      proposals: [{ record: { recordId: record.id, isReadable: true, claims: [{ state: "waiting", isMine: true }] } }],
    });
    expect(await seenBy("makoto")).toMatchObject({ proposals: [{ record: { claims: [{ isMine: false }] } }] });
    // A mentor of the team sees her basic education, and with it that she took part: nothing of what counts elsewhere.
    await aMentorship(world.people.soto, "forensics", world.teams.soc);
    expect(await seenBy("soto")).toMatchObject({ isSeen: true, proposals: [{ state: "confirmed", record: null }] });
    expect(await seenBy("misaki")).toMatchObject({ proposals: [{ record: { claims: [{ isMine: false }] } }] });
  });

  test("that a trainee logged for colleagues tells them what they wrote, and no record", async () => {
    const { soc } = world.teams;
    await anEnrolment(world.people.yuko, soc, { edition: world.edition, roleGroupCode: "forensics" });
    const { id } = await anEvent(await as("misaki"), [took(world.people.misaki), took(world.people.yuko)]);
    await aConfirmedRecord(await as("yuko"), await proposalTo(world.people.yuko), []);
    const part = (await findEvent(await actor("misaki"), id))?.parts.find(
      ({ person }) => person.id === world.people.yuko.id,
    );
    expect(part).toMatchObject({ isSeen: false, did: "ログを集めて時系列に並べた。", proposals: [{ record: null }] });
  });

  test("under TLP:RED is read by who logged it, who took part and the mentors named", async () => {
    const { misaki, kenichi } = world.people;
    const part = took(misaki, { did: null, mentorPresentId: kenichi.id });
    const { id } = await anEvent(await as("misaki"), [part], { tlp: "RED", what: null });
    const titles = await Promise.all(
      (["misaki", "kenichi", "makoto", "taro"] as const).map(
        async (name) => (await findEvent(await actor(name), id))?.title,
      ),
    );
    expect(titles).toEqual(["メールサーバーの不正利用", "メールサーバーの不正利用", "", ""]);
  });

  test("is one statement, in a list and by itself", async () => {
    const { id } = await logged();
    const who = await actor("makoto");
    expect(await statementsOf(() => findEvent(who, id))).toHaveLength(1);
    expect(await statementsOf(() => listEvents(who, 1))).toHaveLength(1);
    expect(await statementsOf(() => listNameable(who, { for: "drill", chosen: [], q: null }))).toHaveLength(1);
  });
});

test.each([
  ["Pacific/Honolulu", "2026-11-19"],
  ["Asia/Tokyo", "2026-11-20"],
])("an event says the days of its team, in %s", async (timeZone, day) => {
  await db().team.update({ where: { id: world.teams.soc.id }, data: { timeZone } });
  const { id: eventId } = await logged();
  expect((await annotateEvent({ onceKey: newId(), eventId, text: "続報あり" }, await as("makoto"))).ok).toBe(true);
  expect((await cancelEvent({ eventId, reason: "二重の記録" }, await as("makoto"))).ok).toBe(true);
  const event = await findEvent(await actor("makoto"), eventId);
  expect(event).toMatchObject({ loggedOn: day, end: { on: day }, notes: [{ on: day }] });
});

describe("what waits for a person", () => {
  test("until it is answered, or the event ends", async () => {
    const { id } = await logged();
    const waits = async (name: PersonaName) => (await findWhatWaits(await actor(name))).proposals.length;
    expect([await waits("misaki"), await waits("ren"), await waits("kenichi")]).toEqual([1, 1, 0]);
    const { id: proposalId } = await proposalTo(world.people.misaki);
    await declineProposal({ proposalId, reason: "" }, await as("misaki"));
    expect([await waits("misaki"), await waits("ren")]).toEqual([0, 1]);
    await cancelEvent({ eventId: id, reason: "取り違え" }, await as("makoto"));
    expect(await waits("ren")).toBe(0);
  });

  test("a proposal is there for nobody else", async () => {
    await logged();
    const { id } = await proposalTo(world.people.misaki);
    expect(await findProposal(await actor("misaki"), id)).toMatchObject({
      proposalId: id,
      loggedBy: { latinName: "Makoto Watanabe" },
    });
    expect(await findProposal(await actor("makoto"), id)).toBeNull();
    expect(await findProposal(await actor("misaki"), newId())).toBeNull();
  });
});

test("a participant in three role groups is proposed claims in all three", async () => {
  const { misaki, makoto, kenichi } = world.people;
  const enrolled = { edition: world.edition, by: makoto };
  for (const roleGroupCode of ["incident-response", "soc-monitoring"] as const) {
    const { id: enrolmentId } = await anEnrolment(misaki, world.teams.soc, { ...enrolled, roleGroupCode });
    const grant = { enrolmentId, step: 1 as const, recognisedOn: "2026-04-01", reason: "前職で3年" };
    expect((await recogniseSteps(grant, await as("makoto"))).ok).toBe(true);
  }
  await anEvent(await as("makoto"), [took(misaki, { supervision: 2, mentorPresentId: kenichi.id })]);
  const who = await actor("misaki");
  const proposal = await findProposal(who, (await proposalTo(misaki)).id);
  if (!proposal) throw new Error("nothing is proposed");
  const { claims } = proposedRecord(proposal, await listTraining(who, misaki.id, now));
  expect(new Set(claims.map(({ criterionCode }) => criterionCode.slice(0, 5)))).toEqual(
    new Set(["g1.s1", "g2.s2", "g3.s2"]),
  );
  const confirmed = await aConfirmedRecord(
    await as("misaki"),
    { id: proposal.proposalId },
    claims.map((each) => ({ ...each, parts: [...each.parts] })),
  );
  expect(await db().recordClaim.count({ where: { recordId: confirmed.id } })).toBe(claims.length);
});
