import { beforeEach, describe, expect, test } from "vitest";
import { addPerson, deactivatePerson, editPerson, reactivatePerson } from "@/lib/people/commands";
import { findPerson, listPeople } from "@/lib/people/queries";
import { type NewPerson, type PeopleFilter, peopleFilter } from "@/lib/people/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { hashToken, newToken } from "@/lib/platform/tokens";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

const hanako = (change: Partial<NewPerson> = {}): NewPerson => ({
  onceKey: newId(),
  name: "田中 花子",
  reading: "たなか はなこ",
  latinName: "Hanako Tanaka",
  employeeNumber: "00200",
  email: "hanako@aoba.example",
  locale: "ja",
  affiliation: "seconded",
  endsOn: null,
  teamId: null,
  fromOn: null,
  ...change,
});

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("adding a person", () => {
  test("writes the person, their first team and the event together", async () => {
    const form = hanako({ teamId: world.teams.soc.id, fromOn: "2026-12-01" });
    expect(await addPerson(form, await as("shin"))).toEqual({ ok: true, value: { personId: form.onceKey } });
    const person = await db().person.findUniqueOrThrow({
      where: { id: form.onceKey },
      include: { memberships: true },
    });
    expect(person).toMatchObject({ name: "田中 花子", affiliation: "seconded", createdById: world.people.shin.id });
    expect(person.memberships).toMatchObject([
      { teamId: world.teams.soc.id, isMain: true, fromOn: new Date("2026-12-01"), toOn: null },
    ]);
    expect(await eventsAbout(form.onceKey)).toEqual([
      {
        action: "PersonAdded",
        actor: world.people.shin.id,
        body: { affiliation: "seconded", teamId: world.teams.soc.id },
      },
    ]);
  });

  test("without a day the membership begins today in Japan, also before nine in the morning", async () => {
    const form = hanako({ teamId: world.teams.soc.id });
    const early = { ...(await as("shin")), now: new Date("2026-11-30T16:00:00Z") };
    expect((await addPerson(form, early)).ok).toBe(true);
    const membership = await db().membership.findFirstOrThrow({ where: { personId: form.onceKey } });
    expect(membership.fromOn).toEqual(new Date("2026-12-01"));
  });

  test("the same form sent twenty times at once is one person and one event", async () => {
    const form = hanako();
    const caller = await as("shin");
    const answers = await atOnce(20, () => addPerson(form, caller));
    expect(answers).toEqual(Array(20).fill({ ok: true, value: { personId: form.onceKey } }));
    expect(await db().person.count({ where: { email: form.email } })).toBe(1);
    expect(await eventsAbout(form.onceKey)).toHaveLength(1);
  });

  test("two forms with one e-mail address at once: one is added, the other told so", async () => {
    const caller = await as("shin");
    const answers = await atOnce(5, () => addPerson(hanako({ employeeNumber: null }), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(4).fill(refused("EmailTaken")));
  });

  test("an employee number of somebody else is refused", async () => {
    expect(await addPerson(hanako({ employeeNumber: "00123" }), await as("shin"))).toEqual(
      refused("EmployeeNumberTaken"),
    );
  });

  test("nobody but an administrator, and no team that is closed or not there", async () => {
    for (const name of ["misaki", "kenichi", "makoto", "emi", "soto"] as const) {
      expect(await addPerson(hanako(), await as(name))).toEqual(refused("NotFound"));
    }
    expect(await addPerson(hanako({ teamId: newId() }), await as("shin"))).toEqual(refused("NotFound"));
    expect(await db().person.count({ where: { email: "hanako@aoba.example" } })).toBe(0);
  });
});

describe("editing a person", () => {
  async function openPage() {
    const page = await findPerson((await as("shin")).actor, world.people.misaki.id, now);
    if (!page) throw new Error("no page");
    return { personId: page.personId, seen: page.seen, ...page.profile };
  }

  test("changes what was typed and says which fields", async () => {
    const form = { ...(await openPage()), name: "高木 美咲", endsOn: "2027-03-31" };
    const done = { ok: true, value: { personId: form.personId, changed: 2 } };
    expect(await editPerson(form, await as("shin"))).toEqual(done);
    expect(await eventsAbout(form.personId)).toMatchObject([
      { action: "PersonEdited", body: { fields: ["name", "endsOn"] } },
    ]);
  });

  test("the same form ten times at once is one change", async () => {
    const form = { ...(await openPage()), name: "高木 美咲" };
    const caller = await as("shin");
    const answers = await atOnce(10, () => editPerson(form, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await eventsAbout(form.personId)).toHaveLength(1);
  });

  test("a page from before somebody else's change is told so, and nothing is lost", async () => {
    const [first, second] = [await openPage(), await openPage()];
    await editPerson({ ...first, latinName: "Misaki Takagi" }, await as("shin"));
    expect(await editPerson({ ...second, email: "new@aoba.example" }, await as("shin"))).toEqual(
      refused("PersonChangedMeanwhile"),
    );
    expect((await db().person.findUniqueOrThrow({ where: { id: first.personId } })).latinName).toBe("Misaki Takagi");
  });

  test("an address or number in use, a manager, a person who is not there", async () => {
    const form = await openPage();
    expect(await editPerson({ ...form, email: "ren@aoba.example" }, await as("shin"))).toEqual(refused("EmailTaken"));
    expect(await editPerson({ ...form, employeeNumber: "00124" }, await as("shin"))).toEqual(
      refused("EmployeeNumberTaken"),
    );
    expect(await editPerson({ ...form, name: "x" }, await as("makoto"))).toEqual(refused("NotFound"));
    expect(await editPerson({ ...form, personId: newId() }, await as("shin"))).toEqual(refused("NotFound"));
  });

  test("the last administrator gets no last day, the last but one does", async () => {
    const { actor } = await as("shin");
    const page = await findPerson(actor, actor.id, now);
    if (!page) throw new Error("no page");
    const form = { personId: actor.id, seen: page.seen, ...page.profile, endsOn: "2027-03-31" };
    expect(await editPerson(form, await as("shin"))).toEqual(refused("LastAdministrator"));
    await aGrant(world.people.taro, "admin");
    expect((await editPerson(form, await as("shin"))).ok).toBe(true);
  });
});

const because = (name: PersonaName) => ({ personId: world.people[name].id, reason: "退職" });

describe("deactivating", () => {
  async function aSession(personId: string) {
    const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date("2026-11-20T13:00:00Z") };
    const token = hashToken(newToken());
    await db().session.create({
      data: { id: newId(), tokenHash: token, personId, aal: 2, amr: ["pwd"], userAgent: "test", ...times },
    });
  }

  test("ends sessions, links, mentorships, appointments and capacities; enrolments stay", async () => {
    const { kenichi, makoto, misaki } = world.people;
    await aSession(kenichi.id);
    await aGrant(kenichi, "manager", world.teams.soc);
    expect((await deactivatePerson(because("kenichi"), await as("shin"))).ok).toBe(true);
    const actor = await actorOf(kenichi.id);
    expect(actor).toMatchObject({ managedTeamIds: [], mentorships: [] });
    expect(await db().session.count({ where: { personId: kenichi.id } })).toBe(0);
    expect(await eventsAbout(kenichi.id)).toMatchObject([
      { action: "PersonDeactivated", body: { sessions: 1, links: 0, mentorships: 1, appointments: 0, grants: 1 } },
    ]);
    await deactivatePerson(because("misaki"), await as("shin"));
    expect(await db().enrolment.count({ where: { personId: misaki.id, endedOn: null } })).toBe(2);
    expect((await actorOf(makoto.id)).managedTeamIds).toHaveLength(1);
  });

  test("ten times at once: one does it, nine are told so", async () => {
    const caller = await as("shin");
    const answers = await atOnce(10, () => deactivatePerson(because("ren"), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(9).fill(refused("AlreadyDeactivated")));
    expect(await db().deactivation.count()).toBe(1);
    expect(await eventsAbout(world.people.ren.id)).toHaveLength(1);
  });

  test("two administrators deactivate each other at once: one is left", async () => {
    await aGrant(world.people.taro, "admin");
    const [shin, taro] = [await as("shin"), await as("taro")];
    const answers = await Promise.all([
      deactivatePerson(because("taro"), shin),
      deactivatePerson(because("shin"), taro),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("LastAdministrator"));
  });
});

describe("coming back", () => {
  test("who comes back holds nothing, and the reasons of both stay", async () => {
    const { kenichi } = world.people;
    await deactivatePerson(because("kenichi"), await as("shin"));
    const back = { personId: kenichi.id, reason: "再入社" };
    expect((await reactivatePerson(back, await as("shin"))).ok).toBe(true);
    expect(await reactivatePerson(back, await as("shin"))).toEqual(refused("NotDeactivated"));
    expect((await actorOf(kenichi.id)).mentorships).toEqual([]);
    expect(await db().deactivation.findMany()).toMatchObject([{ reason: "退職", reactivateReason: "再入社" }]);
    expect((await eventsAbout(kenichi.id)).map(({ action }) => action)).toEqual([
      "PersonDeactivated",
      "PersonReactivated",
    ]);
  });

  test("reactivating ten times at once is one act", async () => {
    await deactivatePerson(because("ren"), await as("shin"));
    const caller = await as("shin");
    const answers = await atOnce(10, () => reactivatePerson(because("ren"), caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("not oneself, not the last administrator, not by a manager; not back after the last day", async () => {
    expect(await deactivatePerson(because("shin"), await as("shin"))).toEqual(refused("OwnAccount"));
    expect(await deactivatePerson(because("misaki"), await as("makoto"))).toEqual(refused("NotFound"));
    expect(await reactivatePerson(because("misaki"), await as("makoto"))).toEqual(refused("NotFound"));
    const contractor = await aPerson({ endsOn: "2026-11-19", deactivatedAt: now });
    expect(await reactivatePerson({ personId: contractor.id, reason: "延長" }, await as("shin"))).toEqual(
      refused("EndDayPassed"),
    );
    const second = await aPerson({ endsOn: "2027-03-31" });
    await aGrant(second, "admin");
    const leaving = { actor: await actorOf(second.id), now };
    expect(await deactivatePerson(because("shin"), leaving)).toEqual(refused("LastAdministrator"));
  });
});

describe("the list of people", () => {
  const list = async (name: PersonaName, filter: Partial<Record<keyof PeopleFilter, string>> = {}) => {
    const { people, total } = await listPeople((await as(name)).actor, peopleFilter.parse({ ...filter }), now);
    return { names: people.map((person) => person.name), total };
  };

  test("is sorted by reading", async () => {
    expect((await list("shin")).names).toEqual(
      [
        "伊藤 裕子",
        "加藤 太郎",
        "小林 恵美",
        "佐藤 美咲",
        "鈴木 蓮",
        "外山 空",
        "高橋 健一",
        "中村 慎",
        "山本 明里",
        "吉田 奈緒",
        "渡辺 誠",
      ].toSorted((a, b) => (READINGS[a] ?? "").localeCompare(READINGS[b] ?? "", "ja")),
    );
  });

  test.each([
    ["a name without its space", { q: "佐藤美咲" }, ["佐藤 美咲"]],
    ["a reading in katakana", { q: "サトウ" }, ["佐藤 美咲"]],
    ["a reading in half-width kana", { q: "ｻﾄｳ" }, ["佐藤 美咲"]],
    ["a Latin name in any case", { q: "SATO mis" }, ["佐藤 美咲"]],
    ["an address", { q: "misaki@" }, ["佐藤 美咲"]],
    ["an employee number", { q: "00124" }, ["鈴木 蓮"]],
    ["a character that means something to SQL", { q: "%" }, []],
  ])("finds %s", async (_what, filter, names) => {
    expect((await list("shin", filter)).names).toEqual(names);
  });

  test("narrows to a team with those below it, an affiliation, who has left", async () => {
    const soc = { team: world.teams.soc.id };
    expect((await list("shin", soc)).total).toBe(5);
    expect((await list("shin", { affiliation: "contractor" })).total).toBe(0);
    await deactivatePerson({ personId: world.people.ren.id, reason: "退職" }, await as("shin"));
    expect((await list("shin", soc)).total).toBe(4);
    expect((await list("shin", { standing: "inactive" })).names).toEqual(["鈴木 蓮"]);
    expect((await list("shin", { ...soc, standing: "all" })).total).toBe(5);
  });

  test("comes fifty a page, and a page past the end is empty", async () => {
    for (let number = 0; number < 60; number += 1) await aPerson();
    expect(await list("shin")).toMatchObject({ total: 71, names: { length: 50 } });
    expect((await list("shin", { page: "2" })).names).toHaveLength(21);
    expect((await list("shin", { page: "99" })).names).toEqual([]);
  });

  test("shows a manager their teams, a trainee themself", async () => {
    expect((await list("akari")).names.toSorted()).toEqual(["山本 明里", "鈴木 蓮"].toSorted());
    expect((await list("misaki")).names).toEqual(["佐藤 美咲"]);
  });

  test("an address full of nonsense is the whole list", async () => {
    const nonsense = { q: "x".repeat(500), team: "soc", affiliation: "?", standing: "?", page: "-1" };
    expect((await list("shin", nonsense)).total).toBe(11);
  });
});

const READINGS: Record<string, string> = {
  "伊藤 裕子": "いとう",
  "加藤 太郎": "かとう",
  "小林 恵美": "こばやし",
  "佐藤 美咲": "さとう",
  "鈴木 蓮": "すずき",
  "外山 空": "そとやま",
  "高橋 健一": "たかはし",
  "中村 慎": "なかむら",
  "山本 明里": "やまもと",
  "吉田 奈緒": "よしだ",
  "渡辺 誠": "わたなべ",
};

describe("a person's page", () => {
  test("holds what they belong to and hold, for administrators and their managers only", async () => {
    const page = async (name: PersonaName) => findPerson((await as(name)).actor, world.people.misaki.id, now);
    expect(await page("shin")).toMatchObject({
      mayManage: true,
      profile: { name: "佐藤 美咲" },
      memberships: [{ isMain: true, fromOn: "2024-04-01", toOn: null }],
      enrolments: [
        { roleGroupCode: null, enrolledOn: "2024-04-01", openStep: 0 },
        { roleGroupCode: "liaison-coordination" },
      ],
      openRequests: 0,
      joined: false,
      deactivation: null,
    });
    expect(await page("makoto")).toMatchObject({ mayManage: false });
    expect(await page("misaki")).not.toBeNull();
    for (const name of ["kenichi", "akari", "emi", "soto"] as const) expect(await page(name)).toBeNull();
    expect(await findPerson((await as("shin")).actor, newId(), now)).toBeNull();
  });

  test("shows what a mentor, a manager and a countersigner hold, with the reason", async () => {
    const holdings = async (name: PersonaName) => findPerson((await as("shin")).actor, world.people[name].id, now);
    expect(await holdings("kenichi")).toMatchObject({
      mentorships: [{ roleGroupCode: "liaison-coordination", team: { nameJa: "監視チーム" }, reason: "実務経験10年" }],
    });
    expect(await holdings("makoto")).toMatchObject({
      grants: [{ capacity: "manager", team: { nameEn: "Headquarters" } }],
    });
    expect(await holdings("taro")).toMatchObject({ appointments: [{ kind: "countersigner", roleGroupCode: null }] });
  });
});
