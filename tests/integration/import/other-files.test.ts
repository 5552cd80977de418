import { beforeEach, describe, expect, test } from "vitest";
import { importFile } from "@/lib/import/commands";
import type { PLANNERS } from "@/lib/import/plan";
import { db } from "@/lib/platform/db";
import { refreshStanding } from "@/lib/training/facts";
import { eventsAbout } from "@/tests/support/audit";
import { aGrant, anEnrolment, aPerson } from "@/tests/support/builders";
import { bringIn, preview } from "@/tests/support/csv-files";
import { csv, utf8 } from "@/tests/support/csv-text";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { statementsOf } from "@/tests/support/statements";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const counts = (change: object) => ({
  ok: true,
  value: { counts: { bad: 0, new: 0, changed: 0, unchanged: 0, ...change } },
});

/** What is wrong, as `row column code`. */
async function problemsOf(kind: keyof typeof PLANNERS, text: string, name: PersonaName) {
  const shown = await preview(kind, utf8(text), await as(name));
  if (!shown.ok) return [shown.refusal.code];
  return shown.value.lines.flatMap(({ row, problems }) =>
    problems.map(({ column, code }) => `${row} ${column ?? "-"} ${code}`),
  );
}

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("teams", () => {
  const HEADER = ["チームコード", "チーム名", "チーム名(英語)", "上位チームコード", "年度開始月"];
  const closure = () =>
    db().$queryRaw`select t.code, a.code as above, c.depth::int from "TeamAncestor" c
      join "Team" t on t.id = c."teamId" join "Team" a on a.id = c."ancestorId" where t.code like 'x%' order by 1, 3`;

  test("a team may stand below a later line; the tree is whole, and the same file again changes nothing", async () => {
    const text = csv(HEADER, ["x-night", "夜間", "", "x-soc", ""], ["x-soc", "監視", "Watch", "hq", "10"]);
    expect(await bringIn("teams", text, await as("shin"))).toMatchObject(counts({ new: 2 }));
    expect(await closure()).toEqual([
      { code: "x-night", above: "x-night", depth: 0 },
      { code: "x-night", above: "x-soc", depth: 1 },
      { code: "x-night", above: "hq", depth: 2 },
      { code: "x-soc", above: "x-soc", depth: 0 },
      { code: "x-soc", above: "hq", depth: 1 },
    ]);
    expect(await db().team.findUnique({ where: { code: "x-night" } })).toMatchObject({
      nameEn: "夜間",
      timeZone: "Asia/Tokyo",
      fiscalYearStartMonth: 4,
    });
    expect(await bringIn("teams", text, await as("shin"))).toMatchObject(counts({ unchanged: 2 }));
  });

  test("renames and moves as the preview shows it", async () => {
    const text = csv(HEADER, ["night", "夜勤", "", "plant", "4"]);
    expect(await preview("teams", utf8(text), await as("shin"))).toMatchObject({
      value: {
        lines: [
          {
            changes: [
              { column: "nameJa", from: "夜間監視", to: "夜勤" },
              { column: "parent", from: "soc", to: "plant" },
            ],
          },
        ],
      },
    });
    expect(await bringIn("teams", text, await as("shin"))).toMatchObject(counts({ changed: 1 }));
    expect((await eventsAbout(world.teams.night.id)).map(({ action }) => action)).toEqual(["TeamEdited", "TeamMoved"]);
    expect(await db().teamAncestor.count({ where: { teamId: world.teams.night.id } })).toBe(3);
  });

  test("no circle, no unknown team, no code twice", async () => {
    const text = csv(
      HEADER,
      ["hq", "本社", "", "night", ""],
      ["a", "A", "", "b", ""],
      ["b", "B", "", "a", ""],
      ["c", "C", "", "moon", ""],
      ["b", "B", "", "", ""],
      ["d e", "D", "", "", ""],
    );
    expect(await problemsOf("teams", text, "shin")).toEqual([
      "2 - TeamBelowItself",
      "4 - TeamBelowItself",
      "5 parent TeamUnknown",
      "6 code LineRepeated",
      "7 code notATeamCode",
    ]);
    expect(await problemsOf("teams", text, "makoto")).toEqual(["NotFound"]);
  });
});

describe("enrolments", () => {
  const HEADER = ["社員番号", "メールアドレス", "役割グループ", "チームコード", "育成開始日", "対象"];
  const taro = (group: string, tracks = "") => ["", "taro@aoba.example", group, "soc", "2026/4/1", tracks];

  test("by name, number or code of the role group, with basic education once", async () => {
    const text = csv(HEADER, taro("インシデント対応"), taro("5"), taro("vulnerability-management", "管理・診断"));
    expect(await problemsOf("enrolments", text, "makoto")).toEqual([]);
    expect(await bringIn("enrolments", text, await as("makoto"))).toMatchObject(counts({ new: 3 }));
    const enrolments = await db().enrolment.findMany({
      where: { personId: world.people.taro.id },
      include: { opened: true, standing: true },
      orderBy: { roleGroupCode: "asc" },
    });
    expect(enrolments.map(({ roleGroupCode, tracks }) => [roleGroupCode, tracks])).toEqual([
      ["forensics", []],
      ["incident-response", []],
      ["vulnerability-management", ["management", "diagnosis"]],
      [null, []],
    ]);
    expect(enrolments.every(({ opened }) => opened.length === 1 && opened[0]?.policyValues !== null)).toBe(true);
    expect(await eventsAbout(world.people.taro.id)).toHaveLength(3);
    const before = await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } });
    for (const { id } of enrolments) await db().$transaction((tx) => refreshStanding(tx, id));
    expect(await db().personStanding.findMany({ orderBy: { enrolmentId: "asc" } })).toEqual(before);
    expect(await bringIn("enrolments", text, await as("makoto"))).toMatchObject(counts({ unchanged: 3 }));
  });

  test("a manager enrols their people only, an administrator anybody", async () => {
    const text = csv(HEADER, taro("2"), ["00124", "", "2", "night", "2026/4/1", ""]);
    expect(await problemsOf("enrolments", text, "akari")).toEqual(["2 - NotFound"]);
    expect(await problemsOf("enrolments", text, "shin")).toEqual([]);
    expect(await problemsOf("enrolments", text, "kenichi")).toEqual(["NotFound"]);
  });

  test("says what is wrong with each line", async () => {
    const text = csv(
      HEADER,
      ["", "", "2", "soc", "2026/4/1", ""],
      ["", "nobody@aoba.example", "2", "soc", "2026/4/1", ""],
      taro("調理"),
      taro("4"),
      taro("2").with(4, "2027/4/1"),
      ["00123", "", "1", "soc", "2026/4/1", ""],
      taro("3"),
      taro("3"),
    );
    expect(await problemsOf("enrolments", text, "makoto")).toEqual([
      "2 employeeNumber PersonKeyMissing",
      "3 employeeNumber PersonUnknown",
      "4 roleGroup notAChoice",
      "5 - TracksNeeded",
      "6 - EnrolledInFuture",
      "7 - AlreadyEnrolled",
      "9 - AlreadyEnrolled",
    ]);
  });
});

/** Statements that importing a file takes, which waits already. */
async function statementsFor(kind: "mentors" | "recognitions", text: string) {
  const caller = await as("makoto");
  const shown = await preview(kind, utf8(text), caller);
  if (!shown.ok) throw new Error(shown.refusal.code);
  const { seen } = shown.value.file;
  let answer: unknown;
  const statements = await statementsOf(async () => {
    answer = await importFile({ kind, seen }, caller);
  });
  expect(answer).toMatchObject(counts({ new: text.split("\r\n").length - 2 }));
  return statements.length;
}

async function enrolledMembers(count: number) {
  const { teams, edition } = world;
  const people = await Promise.all(Array.from({ length: count }, () => aPerson()));
  for (const person of people) await anEnrolment(person, teams.soc, { edition, roleGroupCode: "liaison-coordination" });
  return people.map(({ email }) => email);
}

describe("mentors", () => {
  const HEADER = ["メールアドレス", "役割グループ", "チームコード", "指導開始日", "理由"];
  const REASON = "実務経験5年";

  test("are appointed in a team or, with an empty cell, in the whole organisation", async () => {
    const text = csv(
      HEADER,
      ["taro@aoba.example", "連絡・全体統括", "plant", "2026/10/1", REASON],
      ["taro@aoba.example", "forensics", "", "", REASON],
    );
    expect(await bringIn("mentors", text, await as("makoto"))).toMatchObject(counts({ new: 2 }));
    const own = { where: { personId: world.people.taro.id }, orderBy: { fromOn: "asc" } } as const;
    expect(await db().mentorship.findMany(own)).toMatchObject([
      {
        roleGroupCode: "liaison-coordination",
        teamId: world.teams.plant.id,
        basis: "appointment",
        reason: REASON,
        fromOn: new Date("2026-10-01"),
        appointedById: world.people.makoto.id,
      },
      { roleGroupCode: "forensics", teamId: null, fromOn: new Date("2026-11-20") },
    ]);
    expect(await bringIn("mentors", text, await as("makoto"))).toMatchObject(counts({ unchanged: 2 }));
  });

  test("twenty take as many statements as two", async () => {
    const lines = (await enrolledMembers(22)).map((address) => [address, "1", "soc", "", REASON]);
    const few = await statementsFor("mentors", csv(HEADER, ...lines.slice(0, 2)));
    expect(await statementsFor("mentors", csv(HEADER, ...lines.slice(2)))).toBe(few);
  });

  test("nobody appoints themselves, nor outside their teams, nor without a reason", async () => {
    const line = (address: string, team: string, reason = REASON) => [address, "forensics", team, "", reason];
    const text = csv(
      HEADER,
      line("makoto@aoba.example", "hq"),
      line("taro@aoba.example", "soc", ""),
      line("taro@aoba.example", "soc"),
      line("taro@aoba.example", "soc"),
    );
    expect(await problemsOf("mentors", text, "makoto")).toEqual([
      "2 - OwnAppointment",
      "3 reason required",
      "5 - LineRepeated",
    ]);
    const outside = csv(HEADER, line("taro@aoba.example", "soc"), line("taro@aoba.example", ""));
    expect(await problemsOf("mentors", outside, "akari")).toEqual(["2 - NotFound", "3 - NotFound"]);
    expect(await problemsOf("mentors", outside, "shin")).toEqual(["NotFound"]);
  });
});

describe("recognitions", () => {
  const HEADER = ["社員番号", "メールアドレス", "役割グループ", "STEP", "認定日", "理由"];
  const misaki = (step: string, day = "2026/4/1") => ["00123", "", "1", step, day, "前職での経験"];
  const standing = async () =>
    (await db().personStanding.findMany({ where: { personId: world.people.misaki.id } })).map(
      ({ roleGroupCode, completedStep }) => [roleGroupCode, completedStep],
    );

  test("grant the STEP and what it rests on; the same file again changes nothing", async () => {
    const text = csv(HEADER, misaki("STEP1"), misaki("2", "2026/10/1"));
    expect(await bringIn("recognitions", text, await as("makoto"))).toMatchObject(counts({ new: 2 }));
    expect((await standing()).toSorted()).toEqual(
      [
        [null, 0],
        ["liaison-coordination", 2],
      ].toSorted(),
    );
    expect(await db().recognition.findMany({ where: { step: 2 } })).toMatchObject([
      { reason: "前職での経験", recognisedOn: new Date("2026-10-01"), recognisedById: world.people.makoto.id },
    ]);
    expect((await eventsAbout(world.people.misaki.id)).map(({ action }) => action)).toEqual([
      "StepsRecognised",
      "StepsRecognised",
    ]);
    expect(await bringIn("recognitions", text, await as("makoto"))).toMatchObject(counts({ unchanged: 2 }));
  });

  test("twenty take as many statements as two", async () => {
    const lines = (await enrolledMembers(22)).map((address) => ["", address, "1", "2", "2026/4/1", "前職での経験"]);
    const few = await statementsFor("recognitions", csv(HEADER, ...lines.slice(0, 2)));
    expect(await statementsFor("recognitions", csv(HEADER, ...lines.slice(2)))).toBe(few);
  });

  test("nobody recognises themselves, nor a role group without an enrolment, nor tomorrow", async () => {
    await aGrant(world.people.misaki, "manager", world.teams.soc);
    const text = csv(HEADER, misaki("1"));
    expect(await problemsOf("recognitions", text, "misaki")).toEqual(["2 - OwnRecognition"]);
    const other = csv(HEADER, misaki("1").with(2, "5"), misaki("1", "2026/11/21"), misaki("4"), misaki("STEP"));
    expect(await problemsOf("recognitions", other, "makoto")).toEqual([
      "2 roleGroup NotEnrolledThere",
      "3 - DayInFuture",
      "4 step tooLarge",
      "5 step required",
    ]);
    expect(await problemsOf("recognitions", text, "akari")).toEqual(["2 - NotFound"]);
    expect(await problemsOf("recognitions", text, "shin")).toEqual(["NotFound"]);
  });
});
