import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar";
import {
  ENDING_STAGES,
  endingReminders,
  lapsedReminders,
  silentKey,
  silentReminders,
  stageOf,
  targetReminders,
} from "@/lib/domain/reminder";

const at = new Date("2026-11-20T01:00:00Z");
const TODAY = "2026-11-20";
const row = {
  enrolmentId: "e1",
  personId: "misaki",
  roleGroupCode: "forensics" as const,
  toIds: ["misaki", "makoto", "makoto"],
};

describe("experience that grows old", () => {
  test.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ])("%i days before: stage %s", (days, stage) => expect(stageOf(TODAY, addDays(TODAY, days))).toBe(stage));

  test("is told to each once a stage", () => {
    const told = endingReminders([{ ...row, lastDay: addDays(TODAY, 30) }], TODAY, at);
    expect(told.map(({ personId, kind, key }) => [personId, kind, key])).toEqual([
      ["misaki", "currencyEnding", "currency e1 2026-12-20 30"],
      ["makoto", "currencyEnding", "currency e1 2026-12-20 30"],
    ]);
    expect(told[0]).toMatchObject({ subjectId: "misaki", values: { on: "2026-12-20", roleGroupCode: "forensics" } });
  });

  test("whatever the day, at most three times, and never afterwards", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), (first) => {
        const lastDay = addDays(TODAY, first);
        const days = Array.from({ length: 120 }, (_, day) => addDays(TODAY, day));
        const keys = new Set(
          days.flatMap((day) => endingReminders([{ ...row, lastDay }], day, at)).map(({ key }) => key),
        );
        return keys.size <= ENDING_STAGES.length && stageOf(addDays(lastDay, 1), lastDay) === null;
      }),
    );
  });
});

test("a hold that lapsed is told to its holder, once for the hold", () => {
  const lapsed = { holdId: "h1", subject: "record" as const, heldId: "x1", lapsedOn: "2026-11-19" };
  expect(lapsedReminders([{ ...row, toIds: ["kenichi"], ...lapsed }], at)).toMatchObject([
    {
      personId: "kenichi",
      kind: "holdLapsed",
      key: "lapsed h1",
      subjectId: "misaki",
      values: { subject: "record", subjectId: "x1", on: "2026-11-19", enrolmentId: "e1" },
    },
  ]);
});

test("a target date at risk is told once for the date: to the trainee, and to those who can help", () => {
  const target = { step: 2 as const, targetOn: "2027-03-31" };
  const notices = targetReminders([{ ...row, toIds: ["kenichi", "makoto", "makoto"], ...target }], at);
  expect(notices.map(({ personId, kind, key }) => [personId, kind, key])).toEqual([
    ["misaki", "targetAtRisk", "target e1 2 2027-03-31"],
    ["kenichi", "traineeTargetAtRisk", "target e1 2 2027-03-31"],
    ["makoto", "traineeTargetAtRisk", "target e1 2 2027-03-31"],
  ]);
  expect(notices[0]).toMatchObject({ subjectId: "misaki", values: { step: 2, on: "2027-03-31" } });
});

describe("a silent trainee", () => {
  test("is told to those who can help, not to the trainee, once for a silence", () => {
    const told = silentReminders([{ ...row, roleGroupCode: null, toIds: ["kenichi"], since: "2026-09-01" }], at);
    expect(told).toEqual([
      {
        personId: "kenichi",
        kind: "traineeSilent",
        key: silentKey("e1", "2026-09-01"),
        about: null,
        enrolmentId: "e1",
        subjectId: "misaki",
        actorId: "system",
        values: { on: "2026-09-01", enrolmentId: "e1" },
        at,
      },
    ]);
    expect(silentKey("e1", "2026-09-01")).not.toBe(silentKey("e1", "2026-09-02"));
  });
});
