import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { listTrainees } from "@/lib/trainees/queries";
import { traineeParams } from "@/lib/trainees/schema";
import { anEnrolment, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aSignOffRequest, at, recognisedUpTo, verifiedRecords } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";

const MEETING = "g1.s1.external-meetings";
const INCIDENT = "g1.s1.incident-reports";
const now = at("2026-11-20", "12:00");

let world: World;
let liaison: { id: string };
const listOf = async (name: PersonaName, asked: object = {}) =>
  listTrainees(await actorOf(world.people[name].id), traineeParams.parse(asked), now);
const namesIn = ({ rows }: Awaited<ReturnType<typeof listOf>>) => rows.map(({ name }) => name);

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await db().enrolment.findFirstOrThrow({
    where: { personId: world.people.misaki.id, roleGroupCode: "liaison-coordination" },
  });
});

describe("whose training one sees", () => {
  test.each<[PersonaName, string[]]>([
    ["kenichi", ["佐藤 美咲", "鈴木 蓮"]],
    ["makoto", ["伊藤 裕子", "佐藤 美咲", "鈴木 蓮"]],
    ["akari", ["鈴木 蓮"]],
    ["nao", ["伊藤 裕子"]],
    ["taro", ["佐藤 美咲", "鈴木 蓮"]],
    ["misaki", []],
    ["shin", []],
    ["soto", []],
  ])("%s: %j, by reading", async (name, expected) => {
    const list = await listOf(name);
    expect(namesIn(list)).toEqual(expected);
    expect(list.total).toBe(expected.length);
  });

  test("only the enrolments that are theirs to see: Kenichi mentors liaison, and any basic education", async () => {
    const { rows } = await listOf("kenichi");
    expect(rows.map(({ steps }) => steps.map(({ roleGroupCode }) => roleGroupCode))).toEqual([
      [null, "liaison-coordination"],
      [null],
    ]);
  });
});

describe("what is said of a person", () => {
  test("the open STEP with what is met, what waits, and since when nothing was logged", async () => {
    const { misaki, kenichi, makoto } = world.people;
    await recognisedUpTo(liaison, makoto, 0);
    const days = ["2026-01-15", "2026-04-16", "2026-07-16", "2026-10-15"];
    await verifiedRecords(
      misaki,
      liaison,
      kenichi,
      days.map((happenedOn) => ({ kind: "meeting", happenedOn, claims: [MEETING] })),
    );
    await aRecord(misaki, liaison, { kind: "meeting", happenedOn: "2026-11-10", claims: [MEETING] });
    const back = await aRecord(misaki, liaison, { kind: "incident", happenedOn: "2026-11-11", claims: [INCIDENT] });
    for (const claim of back.claims) await aRemark(liaison, INCIDENT, kenichi, { claim });
    await aSignOffRequest(liaison, misaki, { step: 1 });
    const [row] = (await listOf("kenichi", { q: "みさき" })).rows;
    expect(row).toMatchObject({ waiting: 1, lastLoggedOn: "2026-11-11", silentDays: 9, teamJa: "監視チーム" });
    expect(row?.steps[1]).toMatchObject({ openStep: 1, met: 1, all: 3, hasRequest: true });
    expect(row?.steps[0]).toMatchObject({ roleGroupCode: null, openStep: 0, met: 0 });
  });

  test("who never logged anything has been silent since the enrolment", async () => {
    const [row] = (await listOf("akari")).rows;
    expect(row).toMatchObject({ lastLoggedOn: null, lastVerifiedOn: null, silentDays: 963 });
  });
});

describe("finding somebody", () => {
  test.each([
    ["佐藤", ["佐藤 美咲"]],
    ["佐藤美咲", ["佐藤 美咲"]],
    ["さとう", ["佐藤 美咲"]],
    ["misaki", ["佐藤 美咲"]],
    ["00124", ["鈴木 蓮"]],
    ["%", []],
    ["存在しない", []],
  ])("%s", async (q, expected) => {
    expect(namesIn(await listOf("kenichi", { q }))).toEqual(expected);
  });

  test("what cannot be searched for is not searched for", async () => {
    expect(traineeParams.parse({ q: "a\u0007b", page: "-3" })).toEqual({ q: null, page: 1 });
    expect(traineeParams.parse({ q: "x".repeat(101), page: "x" })).toEqual({ q: null, page: 1 });
  });
});

test("fifty a page, in four statements however many there are", async () => {
  for (let number = 0; number < 52; number += 1) {
    const person = await aPerson({ reading: `あ${String(number).padStart(2, "0")}` });
    await anEnrolment(person, world.teams.soc, { edition: world.edition, roleGroupCode: "liaison-coordination" });
  }
  const [first, second] = [await listOf("kenichi"), await listOf("kenichi", { page: 2 })];
  expect([first.rows.length, second.rows.length, first.total]).toEqual([50, 4, 54]);
  const actor = await actorOf(world.people.kenichi.id);
  const sent = await statementsOf(() => listTrainees(actor, traineeParams.parse({}), now));
  expect(sent.filter((text) => !text.includes('"CurriculumWording"'))).toHaveLength(4);
});
