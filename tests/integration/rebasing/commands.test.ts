import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setPolicyValue } from "@/lib/policy/commands";
import { policyForm } from "@/lib/policy/schema";
import { rebaseSteps } from "@/lib/rebasing/commands";
import { listRebasable, previewRebasing } from "@/lib/rebasing/queries";
import { rebasingForm } from "@/lib/rebasing/schema";
import { signOffStep } from "@/lib/sign-off/commands";
import { requestSignOff } from "@/lib/training/commands";
import { listTraining } from "@/lib/training/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";

const NUMBER = "g1.s1.incidentReports.n";
const CRITERION = "g1.s1.incident-reports";
const now = new Date("2026-11-20T01:00:00Z");

let world: World;
let liaison: { id: string };
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  const { misaki, makoto } = world.people;
  liaison = await enrolmentOf(misaki, "liaison-coordination");
  await recognisedUpTo(await enrolmentOf(misaki, null), makoto, 0);
  await recognisedUpTo(liaison, makoto, 0);
  await db().personStanding.update({ where: { enrolmentId: liaison.id }, data: { completedStep: 0, openStep: 1 } });
  await db().personStanding.updateMany({
    where: { personId: misaki.id, roleGroupCode: null },
    data: { openStep: null },
  });
});

const setNumber = async (value: number, code = NUMBER) => {
  const form = { onceKey: newId(), code, holdsFrom: "2026-11-20", reason: "件数が増えたため", value: String(value) };
  expect((await setPolicyValue(policyForm.parse(form), await as("makoto"))).ok).toBe(true);
};
/** Three incidents, as many as the default asks for. */
const threeIncidents = () =>
  verifiedRecords(
    world.people.misaki,
    liaison,
    world.people.kenichi,
    [1, 2, 3].map((day) => ({ happenedOn: `2026-10-0${day}`, kind: "incident" as const, claims: [CRITERION] })),
  );
const preview = async (name: PersonaName = "makoto", ids = [liaison.id]) =>
  previewRebasing((await as(name)).actor, ids, now);
const form = async (wish: object = {}) =>
  rebasingForm.parse({
    onceKey: newId(),
    enrolmentIds: [liaison.id],
    digest: (await preview())?.digest ?? "-",
    reason: "体制の見直しで必要な件数を改めたため",
    ...wish,
  });
const measuredFor = async (name: PersonaName) => {
  const views = await listTraining((await as(name)).actor, world.people.misaki.id, now);
  const view = views.find(({ training }) => training.ref.enrolmentId === liaison.id);
  const measured = view?.measured.find(({ step }) => step === 1);
  const criterion = measured?.progress?.criteria.find(({ criterionCode }) => criterionCode === CRITERION);
  return { measured, met: criterion?.met, need: criterion?.need };
};

describe("the preview", () => {
  test("says whose criterion flips which way, by the rules that decide", async () => {
    await threeIncidents();
    expect(await measuredFor("misaki")).toMatchObject({ met: true, need: 3 });
    await setNumber(5);
    expect(await measuredFor("misaki")).toMatchObject({ met: true, need: 3 });
    expect((await preview())?.rebasable.map(({ effect }) => effect)).toEqual([
      {
        enrolmentId: liaison.id,
        step: 1,
        values: [{ code: NUMBER, before: 3, after: 5 }],
        shifts: [
          {
            criterionCode: CRITERION,
            before: { met: true, have: 3, need: 3 },
            after: { met: false, have: 3, need: 5 },
            flip: "toUnmet",
          },
        ],
        hasOpenRequest: false,
      },
    ]);
  });

  test("is the same whichever order people were ticked in, and another one when a record came", async () => {
    await setNumber(5);
    const ren = await enrolmentOf(world.people.ren, "soc-monitoring");
    const [there, back] = [
      await preview("makoto", [liaison.id, ren.id]),
      await preview("makoto", [ren.id, liaison.id]),
    ];
    expect(there?.digest).toBe(back?.digest);
    await threeIncidents();
    expect((await preview("makoto", [liaison.id, ren.id]))?.digest).not.toBe(there?.digest);
  });

  test("is a manager's, of everybody ticked", async () => {
    await setNumber(5);
    for (const name of ["misaki", "kenichi", "shin", "emi", "akari", "soto"] as const)
      expect(await preview(name)).toBeNull();
    expect(await preview("makoto", [liaison.id, newId()])).toBeNull();
    expect(await preview("makoto", [])).toBeNull();
  });
});

describe("the list of STEPs that other values measure", () => {
  const list = async (name: PersonaName = "makoto", q: string | null = null) =>
    listRebasable((await as(name)).actor, { q, page: 1 }, now);

  test("is empty while nothing differs", async () => {
    expect(await list()).toEqual({ rows: [], total: 0 });
  });

  test("has who is measured by other values, and how many differ, until they are re-based", async () => {
    await setNumber(5);
    await setNumber(12, "g3.s2.pairDuty.n");
    expect(await list()).toMatchObject({
      total: 1,
      rows: [{ enrolmentId: liaison.id, step: 1, openedOn: "2025-04-01", rebasedOn: null, differing: 1 }],
    });
    expect((await list("makoto", "佐藤"))?.total).toBe(1);
    expect((await list("makoto", "鈴木"))?.total).toBe(0);
    expect((await list("akari"))?.total).toBe(0);
    expect(await list("kenichi")).toBeNull();
    expect((await rebaseSteps(await form(), await as("makoto"))).ok).toBe(true);
    expect((await list())?.total).toBe(0);
    await setNumber(4);
    expect(await list()).toMatchObject({ rows: [{ rebasedOn: "2026-11-20", differing: 1 }] });
  });
});

describe("re-basing", () => {
  test("measures by today's values, says so to the trainee, and leaves the opening as it was", async () => {
    await threeIncidents();
    await setNumber(5);
    const asked = await form();
    expect(await rebaseSteps(asked, await as("makoto"))).toEqual({ ok: true, value: { rebased: 1 } });
    const { measured, ...reached } = await measuredFor("misaki");
    expect(reached).toEqual({ met: false, need: 5 });
    expect(measured).toMatchObject({
      openedOn: "2025-04-01",
      rebased: { on: "2026-11-20", reason: asked.reason, by: { name: "渡辺 誠" } },
    });
    const opened = await db().stepOpened.findUniqueOrThrow({
      where: { enrolmentId_step: { enrolmentId: liaison.id, step: 1 } },
    });
    expect(opened.policyValues).toMatchObject({ [NUMBER]: 3 });
    expect(await db().rebasing.findMany()).toMatchObject([
      { actId: asked.onceKey, step: 1, valuesBefore: { [NUMBER]: 3 }, valuesAfter: { [NUMBER]: 5 } },
    ]);
    expect((await eventsAbout(world.people.misaki.id)).at(-1)).toMatchObject({
      action: "StepRebased",
      actor: world.people.makoto.id,
      body: { enrolmentId: liaison.id, step: 1, parameters: [NUMBER], toUnmet: [CRITERION], toMet: [] },
    });
  });

  test("the latest one counts", async () => {
    await setNumber(5);
    await rebaseSteps(await form(), await as("makoto"));
    await setNumber(4);
    const later = { ...(await as("makoto")), now: new Date("2026-11-20T02:00:00Z") };
    expect((await rebaseSteps(await form(), later)).ok).toBe(true);
    expect((await measuredFor("misaki")).need).toBe(4);
  });

  test("is refused when a record was verified since the preview, and changes nothing", async () => {
    await setNumber(5);
    const asked = await form();
    await threeIncidents();
    expect(await rebaseSteps(asked, await as("makoto"))).toEqual(refused("RebasingStale"));
    expect(await db().rebasing.count()).toBe(0);
  });

  test("is refused when the value was set once more since the preview", async () => {
    await setNumber(5);
    const asked = await form();
    await setNumber(6);
    expect(await rebaseSteps(asked, await as("makoto"))).toEqual(refused("RebasingStale"));
  });

  test("is refused where nothing differs", async () => {
    expect(await rebaseSteps(await form(), await as("makoto"))).toEqual(refused("RebasingNeedless"));
  });

  test("the same form sent ten times at once is one act", async () => {
    await setNumber(5);
    const [asked, caller] = [await form(), await as("makoto")];
    const answers = await atOnce(10, () => rebaseSteps(asked, caller));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ ok: true, value: { rebased: 1 } })));
    expect(await db().rebasing.count()).toBe(1);
    const events = await eventsAbout(world.people.misaki.id);
    expect(events.filter(({ action }) => action === "StepRebased")).toHaveLength(1);
  });

  test("two managers at once: each agrees to what they saw, the second finds nothing left to change", async () => {
    await setNumber(5);
    const [first, second] = [await form(), await form()];
    const caller = await as("makoto");
    const answers = await Promise.all([rebaseSteps(first, caller), rebaseSteps(second, caller)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().rebasing.count()).toBe(1);
  });

  test("nobody re-bases themselves, not even by the database", async () => {
    const row = { id: newId(), actId: newId(), enrolmentId: liaison.id, step: 1, rebasedAt: now, rebasedOn: now };
    const values = { reason: "自分で", valuesBefore: {}, valuesAfter: {} };
    await expect(
      db().rebasing.create({ data: { ...row, ...values, rebasedById: world.people.misaki.id } }),
    ).rejects.toThrow(/cannot re-base themselves/);
  });
});

describe("a request that waits", () => {
  test("stays, and cannot be signed once a criterion became unmet", async () => {
    const { misaki, kenichi } = world.people;
    await threeIncidents();
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
    await verifiedRecords(
      misaki,
      liaison,
      kenichi,
      months.map((periodCovered) => ({
        happenedOn: `${periodCovered}-28`,
        periodCovered,
        claims: ["g1.s1.monthly-report"],
      })),
    );
    const meetings = ["2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15"];
    await verifiedRecords(
      misaki,
      liaison,
      kenichi,
      meetings.map((happenedOn) => ({ happenedOn, kind: "meeting" as const, claims: ["g1.s1.external-meetings"] })),
    );
    const asked = await requestSignOff({ enrolmentId: liaison.id, step: 1, note: "" }, await as("misaki"));
    const requestId = asked.ok ? asked.value.requestId : "";
    expect(asked.ok).toBe(true);
    await setNumber(5);
    expect((await preview())?.rebasable[0]?.effect?.hasOpenRequest).toBe(true);
    expect((await rebaseSteps(await form(), await as("makoto"))).ok).toBe(true);
    const marks = new Map(
      ["g1.s1.monthly-report", CRITERION, "g1.s1.external-meetings"].map((code) => [code, "good" as const]),
    );
    expect(await signOffStep({ requestId, marks, reasons: [], comment: "" }, await as("kenichi"))).toMatchObject(
      refused("CriteriaUnmet"),
    );
    expect(await db().requestOutcome.count()).toBe(0);
  });
});
