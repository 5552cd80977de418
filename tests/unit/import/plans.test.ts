import { array, assert, constantFrom, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { IMPORT_KINDS, IMPORT_PROBLEMS } from "@/lib/domain/csv-import";
import { COLUMNS } from "@/lib/import/kinds";
import { PLANNERS } from "@/lib/import/plan";
import type { World } from "@/lib/import/world";
import { messagesIn } from "@/lib/platform/messages";
import { NOBODY } from "@/tests/support/nobody";

const shin: Actor = { ...NOBODY, id: "shin", isAdmin: true, managedTeamIds: ["hq"] };
const caller = { actor: shin, now: new Date("2026-11-20T01:00:00Z") };

const misaki: World["people"][number] = {
  personId: "misaki",
  profile: {
    name: "佐藤 美咲",
    reading: "さとう みさき",
    latinName: "",
    employeeNumber: "00123",
    email: "misaki@aoba.example",
    locale: "ja",
    affiliation: "own",
    endsOn: null,
  },
  deactivated: false,
  isLastAdministrator: false,
  memberships: [{ membershipId: "m1", teamId: "hq", isMain: true, fromOn: "2024-04-01", toOn: null }],
  enrolments: [],
  mentorships: [],
};
const world: World = {
  today: "2026-11-20",
  teams: [
    {
      teamId: "hq",
      ancestorIds: ["hq"],
      code: "hq",
      profile: { nameJa: "本社", nameEn: "HQ", timeZone: "Asia/Tokyo", fiscalYearStartMonth: 4 },
      parentId: null,
      closed: false,
      today: "2026-11-20",
    },
  ],
  people: [misaki],
  editions: new Map(),
  edition: { editionId: "v1", tracksOf: () => [] },
  roleGroups: [{ code: "forensics", names: ["5", "フォレンジック"] }],
  policy: {},
};

describe("a plan", () => {
  const cell = constantFrom(
    "",
    "00123",
    "123",
    "misaki@aoba.example",
    "hq",
    "x",
    "5",
    "2026/4/1",
    "9999-99-99",
    "0",
    "フォレンジック",
  );
  test.each(IMPORT_KINDS)("of %s says for any line what it does or what is wrong, and never both", (kind) => {
    const keys = COLUMNS[kind].map(({ key }) => key);
    const cells = record(Object.fromEntries(keys.map((key) => [key, cell])));
    assert(
      property(array(cells, { maxLength: 6 }), (lines) => {
        const rows = lines.map((each, index) => ({ row: index + 2, cells: each }));
        const plan = PLANNERS[kind](rows, world, caller);
        expect(plan.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
        for (const { outcome, problems, act } of plan) {
          expect(problems.length > 0).toBe(outcome === "bad");
          expect(act !== null).toBe(outcome === "new" || outcome === "changed");
        }
      }),
      { numRuns: 25 },
    );
  });

  test("of people takes any text without failing", () => {
    assert(
      property(string({ maxLength: 50 }), (text) => {
        const cells = { name: text, reading: text, email: text, endsOn: text, team: text, affiliation: text };
        expect(PLANNERS.people([{ row: 2, cells }], world, caller)).toHaveLength(1);
      }),
    );
  });
});

test("every problem has words in both languages, every column a hint", () => {
  for (const locale of ["ja", "en"] as const) {
    const { problems, hints } = messagesIn(locale).import;
    expect(Object.keys(problems)).toEqual(expect.arrayContaining([...IMPORT_PROBLEMS]));
    const keys = IMPORT_KINDS.flatMap((kind) => COLUMNS[kind].map(({ key }) => key));
    expect(Object.keys(hints)).toEqual(expect.arrayContaining(keys));
  }
});

test("no two columns of a kind answer to one name", () => {
  const bare = (name: string) =>
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_・-]/gu, "");
  for (const kind of IMPORT_KINDS) {
    const names = COLUMNS[kind].flatMap(({ headers }) => [...new Set(headers.map(bare))]);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  }
});
