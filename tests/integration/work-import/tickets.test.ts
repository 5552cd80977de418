import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";
import { aSource, bringInWork, previewWork, type Ticket, tickets } from "@/tests/support/work-files";
import { aTicketMapping } from "@/tests/support/work-mappings";

const now = new Date("2026-11-20T01:00:00Z");
const REPORTS = "g1.s1.incident-reports";
let world: World;
let sourceId: string;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

const LIST: Ticket[] = [
  ["51", "インシデント", "VPN 不審ログイン, 深夜", "佐藤 美咲", "2026/11/01 09:30", "2026/11/02 11:20"],
  ["52", "インシデント", "不審メール", "佐藤 美咲,鈴木 蓮", "2026/11/03 09:30", "2026/11/05 11:20"],
  ["53", "インシデント", "調査中", "佐藤 美咲", "2026/11/10 09:30", ""],
  ["54", "質問", "使い方", "佐藤 美咲", "2026/11/10 09:30", "2026/11/10 10:00"],
];

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  await recognisedUpTo(await enrolmentOf(world.people.misaki, "liaison-coordination"), world.people.makoto, 0);
  const mapping = aTicketMapping({ types: ["インシデント"], separator: "," });
  const people = { "佐藤 美咲": "misaki@aoba.example", "鈴木 蓮": "ren@aoba.example" };
  sourceId = await aSource(world.teams.hq, await as("makoto"), mapping, people);
});

const recordsOf = (name: PersonaName) =>
  db().practiceRecord.findMany({
    where: { personId: world.people[name].id, withdrawnAt: null, correctedBy: null },
    include: { claims: { where: { withdrawnAt: null } } },
    orderBy: { happenedOn: "asc" },
  });

describe("a list of tickets", () => {
  test("becomes a record of each closed incident and person, with its reference and what it serves", async () => {
    const shown = await previewWork(sourceId, tickets(...LIST), await as("makoto"));
    expect(shown.counts).toEqual({ new: 3, aside: 2, bad: 0, changed: 0, unchanged: 0 });
    await bringInWork(sourceId, tickets(...LIST), await as("makoto"));
    const records = await recordsOf("misaki");
    expect(records).toMatchObject([
      { incidentRef: "#51", title: "VPN 不審ログイン, 深夜", kind: "incident", happenedOn: new Date("2026-11-02") },
      { incidentRef: "#52", happenedOn: new Date("2026-11-05") },
    ]);
    expect(records.every(({ claims }) => claims.some(({ criterionCode }) => criterionCode === REPORTS))).toBe(true);
    expect(await recordsOf("ren")).toMatchObject([{ incidentRef: "#52" }]);
  });

  test("again, with one closed meanwhile, one of another day and one more person, does what is new", async () => {
    await bringInWork(sourceId, tickets(...LIST), await as("makoto"));
    const later = LIST.map((line): Ticket => {
      const [id, type, title, who, created, closed] = line;
      if (id === "51") return [id, type, `${title}(改)`, "佐藤 美咲,鈴木 蓮", created, closed];
      if (id === "52") return [id, type, title, who, created, "2026/11/06 09:00"];
      return id === "53" ? [id, type, title, who, created, "2026/11/12 09:00"] : line;
    });
    const shown = await previewWork(sourceId, tickets(...later), await as("makoto"));
    expect(shown.counts).toMatchObject({ new: 2, changed: 2, unchanged: 1 });
    await bringInWork(sourceId, tickets(...later), await as("makoto"));
    expect(
      (await recordsOf("misaki")).map(({ incidentRef, happenedOn }) => [incidentRef, happenedOn.getUTCDate()]),
    ).toEqual([
      ["#51", 2],
      ["#52", 6],
      ["#53", 12],
    ]);
    expect(await recordsOf("ren")).toHaveLength(2);
    const again = await previewWork(sourceId, tickets(...later), await as("makoto"));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
  });
});
