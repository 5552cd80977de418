import { beforeEach, describe, expect, test } from "vitest";
import { compareWithEvents } from "@/lib/chronicle/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { recogniseSteps } from "@/lib/recognition/commands";
import { reinstateCompletion, revokeCompletion } from "@/lib/revocation/commands";
import { findReinstatable, findRevocable } from "@/lib/revocation/queries";
import { requestSignOff } from "@/lib/training/commands";
import { listTraining } from "@/lib/training/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aSignOffRequest } from "@/tests/support/practice";
import { reinstated, reinstatementOf, revocationOf, revoked } from "@/tests/support/revoking";
import { aRecord, aSignOff, aVerification, enrolmentOf } from "@/tests/support/training";

const MEETING = "g1.s1.external-meetings";
const now = new Date("2026-11-20T01:00:00Z");
let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const standing = () => db().personStanding.findUnique({ where: { enrolmentId: liaison.id } });
const recognitionOf = (step: number) =>
  db().recognition.findFirstOrThrow({ where: { enrolmentId: liaison.id, step }, orderBy: { attempt: "desc" } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

/** Misaki is recognised up to a STEP, and mentors by that where she is independent. */
async function recognisedUpTo(step: 1 | 2 | 3) {
  const form = { enrolmentId: liaison.id, step, recognisedOn: "2026-04-01", reason: "前職で5年" };
  await recogniseSteps(form, await as("makoto"));
  if (step < 3) return null;
  const { misaki, makoto } = world.people;
  const id = newId();
  const appointed = { appointedById: makoto.id, appointedAt: now };
  const where = { roleGroupCode: "liaison-coordination", teamId: world.teams.soc.id };
  await db().mentorship.create({
    data: { id, personId: misaki.id, ...where, basis: "proficiency", reason: "一人前", fromOn: now, ...appointed },
  });
  return id;
}

describe("revoking STEP1 of an independent person", () => {
  test("the page says what happens, and that happens", async () => {
    const mentorshipId = await recognisedUpTo(3);
    const { id } = await recognitionOf(1);
    const page = await findRevocable((await as("makoto")).actor, id);
    expect(page?.consequences).toMatchObject({
      standing: { before: { proficiency: "independent" }, after: { step: 0, proficiency: null } },
      suspended: [2, 3],
      mentorships: [mentorshipId],
      independent: { before: 1, after: 0 },
    });
    expect(await revoked(id, await as("makoto"))).toMatchObject({ ok: true, value: { step: 1 } });
    expect(await standing()).toMatchObject({ completedStep: 0, openStep: 1 });
    expect(await db().mentorship.findUniqueOrThrow({ where: { id: mentorshipId ?? "" } })).toMatchObject({
      endedById: world.people.makoto.id,
    });
    expect((await actorOf(world.people.misaki.id)).mentorships).toEqual([]);
    const states = (await listTraining((await as("misaki")).actor, world.people.misaki.id, now)).flatMap((each) =>
      each.training.ref.enrolmentId === liaison.id ? each.states : [],
    );
    expect(states.map(({ state, counts }) => [state, counts])).toEqual([
      ["recognised", true],
      ["open", false],
      ["recognised", false],
      ["recognised", false],
    ]);
  });

  test("the trainee reads when, by whom and why; the audit says what, without the reason", async () => {
    const mentorshipId = await recognisedUpTo(3);
    const { id } = await recognitionOf(1);
    await revoked(id, await as("makoto"));
    const all = await listTraining((await as("misaki")).actor, world.people.misaki.id, now);
    expect(all.flatMap(({ training }) => training.revocations)).toMatchObject([
      { step: 1, on: "2026-11-20", reason: "証跡の取り違えがわかったため", person: { name: "渡辺 誠" } },
    ]);
    const body = { completionId: id, by: "recognition", enrolmentId: liaison.id, step: 1, suspended: [2, 3] };
    expect((await eventsAbout(world.people.misaki.id)).slice(-2)).toMatchObject([
      { action: "MentorshipEnded", body: { mentorshipId } },
      { action: "StepRevoked", body },
    ]);
  });

  test("a request for a later STEP stays, and nothing new can be asked above the gap", async () => {
    await recognisedUpTo(2);
    await aSignOffRequest(liaison, world.people.misaki, { step: 3, attempt: 0 });
    const { id } = await recognitionOf(2);
    const page = await findRevocable((await as("makoto")).actor, id);
    expect(page?.consequences.blocked).toMatchObject([{ step: 3 }]);
    await revoked(id, await as("makoto"));
    expect(await db().signOffRequest.count({ where: { isOpen: true } })).toBe(1);
    const again = await requestSignOff({ enrolmentId: liaison.id, step: 2, note: "" }, await as("misaki"));
    expect(again).toMatchObject({ ok: false, refusal: { code: "NotYetMet" } });
  });

  test("what a revoked sign-off froze can be corrected again; what rested on it is kept as it was", async () => {
    const { misaki, kenichi } = world.people;
    const { claimIds } = await aRecord(misaki, {
      happenedOn: "2026-05-10",
      claims: [{ enrolment: liaison, criterionCode: MEETING }],
    });
    const [claimId = ""] = claimIds;
    const verification = await aVerification(claimId, kenichi);
    const { id } = await aSignOff(liaison, 1, { by: kenichi, trainee: misaki, frozen: [{ claimId, verification }] });
    const page = await findRevocable((await as("makoto")).actor, id);
    expect(page?.consequences.unfrozen).toBe(1);
    await revoked(id, await as("makoto"));
    expect(await db().frozenClaim.count()).toBe(1);
    expect(await db().stepSignOff.count()).toBe(1);
  });
});

describe("revoking at once and again", () => {
  test("twenty managers' forms: one revocation, the others told who and when", async () => {
    await recognisedUpTo(1);
    await aGrant(world.people.taro, "manager", world.teams.soc);
    const { id } = await recognitionOf(1);
    const callers = [await as("makoto"), await as("taro")];
    const forms = await Promise.all(callers.map((caller) => revocationOf(id, caller)));
    const answers = await Promise.all(
      callers.flatMap((caller, place) =>
        Array.from({ length: 10 }, () =>
          revokeCompletion(
            { ...(forms[place] ?? { seen: "", completionId: id, reason: "" }), onceKey: newId() },
            caller,
          ),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])));
    expect(["AlreadyRevoked", "Busy"]).toEqual(expect.arrayContaining([...codes]));
    expect(await db().revocation.count()).toBe(1);
    const events = await eventsAbout(world.people.misaki.id);
    expect(events.filter(({ action }) => action === "StepRevoked")).toHaveLength(1);
  });

  test("the same form twenty times is one, and answers as the first", async () => {
    await recognisedUpTo(1);
    const caller = await as("makoto");
    const form = await revocationOf((await recognitionOf(1)).id, caller);
    const answers = await atOnce(20, () => revokeCompletion(form, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().revocation.count()).toBe(1);
  });

  test("what rests on it changed since the page was opened: refused, nothing written", async () => {
    await recognisedUpTo(1);
    const caller = await as("makoto");
    const { id } = await recognitionOf(1);
    const form = await revocationOf(id, caller);
    await recogniseSteps({ enrolmentId: liaison.id, step: 2, recognisedOn: "2026-04-01", reason: "前職で5年" }, caller);
    expect(await revokeCompletion(form, caller)).toEqual(refused("ConsequencesChanged"));
    expect(await db().revocation.count()).toBe(0);
    expect((await revoked(id, caller)).ok).toBe(true);
  });

  test("the database keeps a person from revoking their own", async () => {
    await recognisedUpTo(1);
    const { id: recognitionId } = await recognitionOf(1);
    const own = { revokedById: world.people.misaki.id, revokedAt: now, reason: "" };
    const row = { id: newId(), recognitionId, ...own };
    await expect(db().revocation.create({ data: row })).rejects.toThrow("their own STEP");
  });
});

describe("reinstating", () => {
  test("the row counts again, later ones with it; the mentorship is named and stays ended", async () => {
    const mentorshipId = await recognisedUpTo(3);
    await revoked((await recognitionOf(1)).id, await as("makoto"));
    const { id } = await db().revocation.findFirstOrThrow();
    const page = await findReinstatable((await as("makoto")).actor, id);
    expect(page).toMatchObject({ restored: { resumed: [2, 3], toAppoint: [mentorshipId] }, why: null });
    expect((await reinstated(id, await as("makoto"))).ok).toBe(true);
    expect(await standing()).toMatchObject({ completedStep: 3, openStep: null });
    expect(await db().mentorship.count({ where: { id: mentorshipId ?? "", endedAt: null } })).toBe(0);
    expect((await eventsAbout(world.people.misaki.id)).at(-1)).toMatchObject({
      action: "StepReinstated",
      body: { revocationId: id, resumed: [2, 3] },
    });
  });

  test("not while a newer one stands; after that one was revoked too, yes", async () => {
    await recognisedUpTo(1);
    const first = await recognitionOf(1);
    await revoked(first.id, await as("makoto"));
    const { id } = await db().revocation.findFirstOrThrow();
    await recognisedUpTo(1);
    const caller = await as("makoto");
    expect(await findReinstatable(caller.actor, id)).toMatchObject({ why: "NewerSignOffStands" });
    expect(await reinstated(id, caller)).toEqual(refused("NewerSignOffStands"));
    await revoked((await recognitionOf(1)).id, caller);
    expect((await reinstated(id, caller)).ok).toBe(true);
    expect(await standing()).toMatchObject({ completedStep: 1 });
  });

  test("not while a new request for the STEP waits", async () => {
    await recognisedUpTo(1);
    await revoked((await recognitionOf(1)).id, await as("makoto"));
    await aSignOffRequest(liaison, world.people.misaki, { step: 1, attempt: 0 });
    const { id } = await db().revocation.findFirstOrThrow();
    expect(await reinstated(id, await as("makoto"))).toEqual(refused("RequestForStepWaits"));
  });

  test("twenty at once lift it once; then it can be revoked again, and the events tell the same as the tables", async () => {
    await recognisedUpTo(2);
    const { id: completionId } = await recognitionOf(1);
    const caller = await as("makoto");
    await revoked(completionId, caller);
    const { id } = await db().revocation.findFirstOrThrow();
    const form = await reinstatementOf(id, caller);
    expect((await atOnce(20, () => reinstateCompletion(form, caller))).every(({ ok }) => ok)).toBe(true);
    const lifted = (await eventsAbout(world.people.misaki.id)).filter(({ action }) => action === "StepReinstated");
    expect(lifted).toHaveLength(1);
    expect((await revoked(completionId, caller)).ok).toBe(true);
    expect(await db().revocation.count()).toBe(2);
    expect(await standing()).toMatchObject({ completedStep: 0, openStep: 1 });
    const about = (await compareWithEvents()).found.filter(({ key }) => key.startsWith("recognition"));
    expect(about).toEqual([]);
  });
});

describe("refused, and nothing written", () => {
  test.each(["misaki", "kenichi", "akari", "shin", "emi", "taro", "nao", "soto"] as const)("to %s", async (name) => {
    await recognisedUpTo(1);
    const { id } = await recognitionOf(1);
    const caller = await as(name);
    const code = name === "misaki" ? "OwnRevocation" : "NotFound";
    expect(await findRevocable(caller.actor, id)).toBeNull();
    expect(await revoked(id, caller)).toEqual(refused(code));
    expect(await db().revocation.count()).toBe(0);
    await revoked(id, await as("makoto"));
    const revocation = await db().revocation.findFirstOrThrow();
    expect(await findReinstatable(caller.actor, revocation.id)).toBeNull();
    expect(await reinstated(revocation.id, caller)).toEqual(refused(code));
  });

  test("of what is not there", async () => {
    expect(await revoked(newId(), await as("makoto"))).toEqual(refused("NotFound"));
    expect(await reinstated(newId(), await as("makoto"))).toEqual(refused("NotFound"));
  });
});
