import { beforeEach, describe, expect, test } from "vitest";
import { curriculumWords, editionInForce, forgetLatest, latestEdition } from "@/lib/curriculum/queries";
import { progressOf } from "@/lib/domain/criterion";
import { enrolPerson } from "@/lib/enrolment/commands";
import { addLocalItem, exemptItem, withdrawLocalChange } from "@/lib/local-curriculum/commands";
import { listLocalChanges } from "@/lib/local-curriculum/queries";
import { addition, exemption } from "@/lib/local-curriculum/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { localItem } from "@/tests/support/local-item";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
const PAIR = "g3.s2.pair-duty";
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(async () => {
  await emptyDatabase();
  await db().$executeRaw`delete from "CurriculumWording" where words ? 'local'`;
  await db().$executeRaw`delete from "CurriculumEdition" where "baseId" is not null`;
  forgetLatest();
  world = await aWorld();
});

const exempting = (wish: Record<string, string> = {}) =>
  exemption.parse({ onceKey: newId(), reach: "organisation", item: PAIR, reason: "当番は1人で立つため", ...wish });
const add = async (wish: Record<string, string | string[]> = {}, name: PersonaName = "makoto") =>
  addLocalItem(localItem(wish), await as(name));
const criteriaIn = async (team: keyof World["teams"], step = 2) =>
  (await editionInForce(world.teams[team].id)).stepsOf("soc-monitoring").find((each) => each.step === step)?.criteria ??
  [];
const codesIn = async (team: keyof World["teams"]) => (await criteriaIn(team)).map(({ code }) => code);
const localCode = ({ onceKey }: { onceKey: string }) => `local.${onceKey.replaceAll("-", "").slice(-12)}`;

describe("exempting", () => {
  test("the item is in no edition of the organisation any more; the content's edition and enrolments stay as they are", async () => {
    const before = await latestEdition();
    const asked = exempting();
    expect(await exemptItem(asked, await as("makoto"))).toEqual({ ok: true, value: { changeId: asked.onceKey } });
    expect(await codesIn("night")).not.toContain(PAIR);
    expect((await latestEdition()).editionId).toBe(before.editionId);
    const editions = await db().enrolment.findMany({ select: { editionId: true }, distinct: ["editionId"] });
    expect(editions).toEqual([{ editionId: before.editionId }]);
    expect(await eventsAbout(asked.onceKey)).toEqual([
      { action: "LocalItemExempted", actor: world.people.makoto.id, body: { teamId: null, itemCode: PAIR } },
    ]);
  });

  test("of a team with those below it, and of no other", async () => {
    const { soc } = world.teams;
    expect((await exemptItem(exempting({ reach: soc.id }), await as("makoto"))).ok).toBe(true);
    expect(await codesIn("soc")).not.toContain(PAIR);
    expect(await codesIn("night")).not.toContain(PAIR);
    expect(await codesIn("plant")).toContain(PAIR);
    expect(await codesIn("hq")).toContain(PAIR);
  });

  test("once: again, or below where it is exempted already, is said", async () => {
    await exemptItem(exempting(), await as("makoto"));
    expect(await exemptItem(exempting(), await as("shin"))).toEqual(refused("ItemExemptedBefore"));
    const below = exempting({ reach: world.teams.soc.id });
    expect(await exemptItem(below, await as("makoto"))).toEqual(refused("ItemExemptedBefore"));
    expect(await db().localChange.count()).toBe(1);
  });

  test("twenty at once, from two people: one change, everybody is told", async () => {
    const [makoto, shin] = [await as("makoto"), await as("shin")];
    const own = exempting();
    const same = await atOnce(10, () => exemptItem(own, makoto));
    expect(same.every(({ ok }) => ok)).toBe(true);
    const others = await atOnce(10, () => exemptItem(exempting(), shin));
    expect(others).toEqual(Array.from({ length: 10 }, () => refused("ItemExemptedBefore")));
    expect(await db().localChange.count()).toBe(1);
    expect(await db().editionInForce.count()).toBe(1);
  });

  test("never the last criterion of a STEP, as long as nothing else stands there", async () => {
    const codes = await codesIn("soc");
    const caller = await as("makoto");
    const answers = [];
    for (const item of codes) answers.push(await exemptItem(exempting({ item }), caller));
    expect(answers.filter(({ ok }) => !ok)).toEqual([refused("StepWouldBeEmpty")]);
    await add();
    expect((await exemptItem(exempting({ item: codes.at(-1) ?? "" }), caller)).ok).toBe(true);
  });

  test("a manager below changes their team, not the organisation", async () => {
    const { night, soc } = world.teams;
    expect(await exemptItem(exempting(), await as("akari"))).toEqual(refused("NotFound"));
    expect(await exemptItem(exempting({ reach: soc.id }), await as("akari"))).toEqual(refused("NotFound"));
    expect((await exemptItem(exempting({ reach: night.id }), await as("akari"))).ok).toBe(true);
    expect(await codesIn("soc")).toContain(PAIR);
  });
});

describe("adding a criterion of every kind", () => {
  const kinds: readonly (readonly [string, Record<string, string>, object])[] = [
    [
      "attest",
      { points: "手順\n連絡", pointsEn: "Steps\nCalls", mode: "doAlone", need: "" },
      { checkpoints: [{ code: "point1" }, { code: "point2" }] },
    ],
    ["countInPeriod", { need: "4", period: "fiscalYear" }, { need: 4, period: "fiscalYear" }],
    ["cadence", { months: "6", perMonth: "2" }, { months: 6, perMonth: 2 }],
    ["duration", { months: "12" }, { months: 12, perMonth: 1 }],
    ["accuracy", { minJudged: "20", bound: "atLeast", percent: "90" }, { minJudged: 20, percent: 90 }],
    ["reading", { list: "g3.s1.readingList" }, { list: "g3.s1.readingList" }],
    ["caseDrill", { coverage: "allSubCases", minSupervision: "4" }, { coverage: "allSubCases", minSupervision: 4 }],
    ["techniques", { need: "1", points: "甲\n乙" }, { need: 1, of: [{ code: "technique1" }, { code: "technique2" }] }],
  ];
  test.each(kinds)("by %s", async (ruleKind, fields, said) => {
    expect(await add({ ruleKind, ...fields })).toMatchObject({ ok: true });
    expect((await criteriaIn("soc")).at(-1)?.rule).toMatchObject({ kind: ruleKind, ...said });
  });
});

describe("what is not added", () => {
  const unsound: readonly (readonly [string, Record<string, string>])[] = [
    ["a list that is none for reading", { ruleKind: "reading", list: "g5.frequentIncidents" }],
    ["a list that there is not", { ruleKind: "reading", list: "no.such.list" }],
  ];
  test.each(unsound)("not %s", async (_what, fields) => {
    expect(await add(fields)).toEqual(refused("LocalItemUnsound"));
    expect(await db().localChange.count()).toBe(0);
  });

  test("not where such an item does not stand, and not by who may not", async () => {
    expect(await add({ section: "topic" })).toEqual(refused("LocalItemHasNoPlace"));
    expect(await add({ step: "0" })).toEqual(refused("LocalItemHasNoPlace"));
    for (const name of ["akari", "kenichi", "misaki", "emi"] as const)
      expect(await add({}, name)).toEqual(refused("NotFound"));
    expect(addition.safeParse({ ...localItem(), reach: "elsewhere" }).success).toBe(false);
  });
});

describe("adding", () => {
  test("a criterion stands in the edition, has its words in both languages, and is measured", async () => {
    const asked = localItem({ titleEn: "SIEM check", textEn: "Check the SIEM with a mentor three times" });
    const code = localCode(asked);
    expect((await addLocalItem(asked, await as("makoto"))).ok).toBe(true);
    const [made] = (await criteriaIn("night")).slice(-1);
    expect(made).toEqual({ code, rule: { kind: "count", need: 3, unit: "times", counts: {} } });
    const [ja, en] = [await curriculumWords("ja"), await curriculumWords("en")];
    expect([ja.title(code), en.title(code), ja.item(code).local]).toEqual(["SIEMの点検", "SIEM check", true]);
    const nothing = { enrolledOn: "2026-04-01", claims: [], attestations: [], openRemarks: [], leaves: [] };
    const policy = await findPolicyValues("2026-11-20");
    const calendar = { today: "2026-11-20", fiscalYearStartMonth: 4 };
    expect(made && progressOf(made, nothing, policy, calendar)).toMatchObject({ met: false, have: 0, need: 3 });
  });

  test("by two rules of which either is enough, their points named apart", async () => {
    const second = { ruleKind2: "attest", points2: "説明できる", combine: "anyOf" };
    const first = { ruleKind: "techniques", need: "1", points: "甲\n乙" };
    expect((await add({ ...first, ...second })).ok).toBe(true);
    expect((await criteriaIn("soc")).at(-1)).toMatchObject({
      mode: "explain",
      rule: { kind: "anyOf", of: [{ kind: "techniques" }, { kind: "attest", checkpoints: [{ code: "point1-2" }] }] },
    });
  });

  test("conditions of what counts", async () => {
    const conditions = {
      kinds: ["report"],
      minSupervision: "3",
      minEvidence: "1",
      mentorPresent: "on",
      distinctIncidents: "on",
      partsJa: "図",
    };
    expect((await add(conditions)).ok).toBe(true);
    expect((await criteriaIn("soc")).at(-1)?.rule).toMatchObject({
      counts: {
        kinds: ["report"],
        minSupervision: 3,
        minEvidence: 1,
        mentorPresent: true,
        distinctIncidents: true,
        parts: [{ code: "part1" }],
      },
    });
  });

  test("a goal, a task, a reference, and topics of both educations", async () => {
    await add({ section: "goal" });
    await add({ section: "task", kind: "work" });
    await add({ section: "reference", url: "https://wiki.aoba.example/siem", publisher: "情報システム部" });
    await add({ section: "topic", step: "0" });
    await add({ section: "topic", step: "0", group: "basic-education" });
    const edition = await editionInForce(world.teams.soc.id);
    const step = edition.stepsOf("soc-monitoring").find((each) => each.step === 2);
    const last = [step?.goals, step?.tasks, step?.references, edition.roleGroup("soc-monitoring").commonEducation];
    expect(last.map((nodes) => nodes?.at(-1)?.code.startsWith("local."))).toEqual([true, true, true, true]);
    expect(edition.structure.basicEducation.at(-1)?.code).toMatch(/^local\./);
    expect(step?.tasks.at(-1)?.kind).toBe("work");
  });
});

test("whoever is enrolled from now on is measured by it", async () => {
  const { taro } = world.people;
  await add({ reach: world.teams.soc.id });
  const form = {
    onceKey: newId(),
    personId: taro.id,
    roleGroup: "soc-monitoring" as const,
    tracks: [],
    enrolledOn: "2026-11-20",
  };
  expect((await enrolPerson({ ...form, teamId: world.teams.soc.id }, await as("makoto"))).ok).toBe(true);
  const made = await db().enrolment.findUniqueOrThrow({ where: { id: form.onceKey } });
  expect(made.editionId).toBe((await editionInForce(world.teams.soc.id)).editionId);
  expect(made.editionId).not.toBe((await latestEdition()).editionId);
});

describe("taking back", () => {
  test("the edition is what it was before, and the words stay for who is measured by the other", async () => {
    const asked = localItem();
    await addLocalItem(asked, await as("makoto"));
    const withdrawal = { changeId: asked.onceKey, reason: "基準に入ったため" };
    expect((await withdrawLocalChange(withdrawal, await as("shin"))).ok).toBe(true);
    expect((await editionInForce(world.teams.soc.id)).editionId).toBe((await latestEdition()).editionId);
    expect((await curriculumWords("ja")).title(localCode(asked))).toBe("SIEMの点検");
    expect(await withdrawLocalChange(withdrawal, await as("shin"))).toEqual(refused("LocalChangeWithdrawn"));
  });

  test("twenty at once, by two people: it is taken back once, the others are told, and one edition is in force", async () => {
    const asked = localItem();
    await addLocalItem(asked, await as("makoto"));
    const callers = [await as("makoto"), await as("shin")];
    const withdrawal = { changeId: asked.onceKey, reason: "基準に入ったため" };
    const acts = callers.flatMap((caller) => Array.from({ length: 10 }, () => withdrawLocalChange(withdrawal, caller)));
    const answers = await Promise.all(acts);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(19).fill(refused("LocalChangeWithdrawn")));
    expect((await eventsAbout(asked.onceKey)).map(({ action }) => action)).toEqual([
      "LocalItemAdded",
      "LocalChangeWithdrawn",
    ]);
    expect((await editionInForce(world.teams.soc.id)).editionId).toBe((await latestEdition()).editionId);
  });

  test("not by who may not, nor what is not there", async () => {
    const asked = localItem();
    await addLocalItem(asked, await as("makoto"));
    expect(await withdrawLocalChange({ changeId: asked.onceKey, reason: "-" }, await as("akari"))).toEqual(
      refused("NotFound"),
    );
    expect(await withdrawLocalChange({ changeId: newId(), reason: "-" }, await as("makoto"))).toEqual(
      refused("NotFound"),
    );
  });
});

test("the list: who manages or administers sees what stands, and what they may take back", async () => {
  await exemptItem(exempting({ reach: world.teams.night.id }), await as("akari"));
  await add();
  const seen = async (name: PersonaName) =>
    (await listLocalChanges((await as(name)).actor, 1))?.rows.map(({ isAddition, mayWithdraw }) => [
      isAddition,
      mayWithdraw,
    ]) ?? null;
  expect(await seen("makoto")).toEqual([
    [true, true],
    [false, true],
  ]);
  expect(await seen("akari")).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(await seen("misaki")).toBeNull();
});
