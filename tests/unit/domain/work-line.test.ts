import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsMissing, readWork, type WorkRow } from "@/lib/domain/work-line";
import type { WorkMapping } from "@/lib/domain/work-source";
import { aMapping, aTicketMapping } from "@/tests/support/work-mappings";

const dayOf = ({ day }: { day: string }) => day;
const alert = (wish: WorkRow["cells"] = {}, row = 2): WorkRow => ({
  row,
  cells: {
    externalId: "A-1",
    day: "2026/11/10 09:00",
    analyst: "suzuki",
    verdict: "検知",
    finalVerdict: "誤検知",
    ...wish,
  },
});
const ticket = (wish: WorkRow["cells"] = {}, row = 2): WorkRow => ({
  row,
  cells: {
    externalId: "52",
    day: "2026/11/01",
    analyst: "suzuki",
    title: "不審メール",
    closed: "2026/11/05",
    type: "対応",
    ...wish,
  },
});
const one = (row: WorkRow, mapping: WorkMapping) => readWork([row], mapping, dayOf)[0];
const codeOf = (row: WorkRow, mapping: WorkMapping = aMapping()) => {
  const line = one(row, mapping);
  return line?.outcome === "bad" ? line.problems.map(({ column, code }) => `${column} ${code}`) : line?.outcome;
};

describe("a line of alert judgements", () => {
  test("says who judged what when, and how it ended", () => {
    expect(one(alert(), aMapping())).toEqual({
      row: 2,
      subject: "A-1 suzuki",
      outcome: "read",
      entry: {
        ...{ row: 2, externalId: "A-1", analyst: "suzuki", happenedOn: "2026-11-10", title: null },
        verdict: true,
        finalVerdict: false,
      },
    });
  });

  test.each<[string, WorkRow["cells"], unknown]>([
    ["no id", { externalId: "" }, ["externalId ExternalIdMissing"]],
    ["an id that hides something", { externalId: "A\u202e1" }, ["externalId ExternalIdUnreadable"]],
    ["an id without end", { externalId: "A".repeat(201) }, ["externalId ExternalIdUnreadable"]],
    ["no day", { day: "" }, ["day DayMissing"]],
    ["no day that exists", { day: "2026/11/31" }, ["day DayUnreadable"]],
    ["no analyst", { analyst: "" }, ["analyst AnalystMissing"]],
    ["no verdict", { verdict: "" }, ["verdict VerdictMissing"]],
    ["unknown words", { verdict: "?", finalVerdict: "!" }, ["verdict VerdictUnknown", "finalVerdict VerdictUnknown"]],
    [
      "nothing at all",
      { externalId: "", day: "", analyst: "", verdict: "" },
      ["externalId ExternalIdMissing", "day DayMissing", "analyst AnalystMissing", "verdict VerdictMissing"],
    ],
    ["no final verdict yet", { finalVerdict: "" }, "aside"],
    ["an undecided one", { finalVerdict: "保留" }, "aside"],
  ])("with %s", (_name, cells, expected) => {
    expect(codeOf(alert(cells))).toEqual(expected);
  });

  test("of a source with one verdict needs no second", () => {
    const single = aMapping({ columns: { ...aMapping().columns, finalVerdict: null } });
    expect(one(alert({ finalVerdict: "" }), single)).toMatchObject({ entry: { verdict: true, finalVerdict: null } });
    const none = aMapping({ columns: { ...aMapping().columns, verdict: null, finalVerdict: null } });
    expect(one(alert({ verdict: "" }), none)).toMatchObject({ entry: { verdict: null, finalVerdict: null } });
  });

  test("an id stands once, whoever judged it; the second line is told where the first is", () => {
    const lines = readWork([alert(), alert({ analyst: "sato" }, 3)], aMapping(), dayOf);
    expect(lines[1]).toMatchObject({ outcome: "bad", problems: [{ code: "DuplicateId", values: { row: 2 } }] });
  });
});

describe("a line of tickets", () => {
  const mapping = aTicketMapping({ types: ["対応", "Incident"] });

  test("happened on the day it was closed", () => {
    expect(one(ticket(), mapping)).toMatchObject({
      entry: { happenedOn: "2026-11-05", title: "不審メール", verdict: null },
    });
    const opened = aTicketMapping({ columns: { ...mapping.columns, closed: null } });
    expect(one(ticket(), opened)).toMatchObject({ entry: { happenedOn: "2026-11-01" } });
  });

  test.each<[string, WorkRow["cells"], string]>([
    ["still open", { closed: "" }, "stillOpen"],
    ["of another type", { type: "質問" }, "otherType"],
  ])("%s is left aside", (_name, cells, reason) => {
    expect(one(ticket(cells), mapping)).toMatchObject({ outcome: "aside", reason });
  });

  test("types compare in one width and case", () => {
    expect(one(ticket({ type: "ｉｎｃｉｄｅｎｔ" }), mapping)?.outcome).toBe("read");
  });

  test("of several analysts is a line for each, once", () => {
    const lines = readWork([ticket({ analyst: "sato, suzuki,sato" })], aTicketMapping({ separator: "," }), dayOf);
    expect(lines.map(({ subject }) => subject)).toEqual(["52 sato", "52 suzuki"]);
    expect(codeOf(ticket({ analyst: " , " }), aTicketMapping({ separator: "," }))).toEqual(["analyst AnalystMissing"]);
  });

  test("a title is one bounded line", () => {
    const title = (text: string) => {
      const line = one(ticket({ title: text }), mapping);
      return line?.outcome === "read" ? line.entry.title : undefined;
    };
    expect(title("一行目\n二行目\u202e")).toBe("一行目 二行目");
    expect([...(title("長".repeat(300)) ?? "")]).toHaveLength(200);
    expect(title("\n")).toBeNull();
  });
});

test("columns of a mapping that a file lacks are named", () => {
  expect(columnsMissing(aMapping(), ["ＩＤ", "アラートid", "日付", "担当者", "一次判定"])).toEqual(["finalVerdict"]);
});

test("whatever a file holds, no line is lost", () => {
  const cells = fc.record({
    externalId: fc.constantFrom("", "A-1", "A-2"),
    day: fc.constantFrom("", "2026/11/10", "x"),
    analyst: fc.constantFrom("", "suzuki"),
    verdict: fc.constantFrom("", "検知", "保留", "?"),
    finalVerdict: fc.constantFrom("", "検知", "誤検知"),
  });
  fc.assert(
    fc.property(fc.array(cells), (all) => {
      const rows = all.map((each, place) => ({ row: place + 2, cells: each }));
      const lines = readWork(rows, aMapping(), dayOf);
      const read = lines.flatMap((line) => (line.outcome === "read" ? [line.entry.externalId] : []));
      return lines.length === rows.length && new Set(read).size === read.length;
    }),
  );
});

describe("what would stand in somebody's record as text", () => {
  const hidden = ["\u0000", "\u001b", "\u202e", "\u2066", "\u2028", "\ufeff", "\n", "\t"];
  const dirty = fc
    .array(fc.constantFrom(...hidden, "あ", "a", "😀", " "), { maxLength: 300 })
    .map((each) => each.join(""));
  const HIDES = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;

  test("a title never hides anything, is never longer than 200 characters and never cut through one", () => {
    fc.assert(
      fc.property(dirty, (title) => {
        const line = one(ticket({ title }), aTicketMapping());
        const read = line?.outcome === "read" ? line.entry.title : "";
        if (read === null) return;
        expect(read).not.toMatch(HIDES);
        expect([...read].length).toBeLessThanOrEqual(200);
        expect(read.isWellFormed()).toBe(true);
        expect(read).not.toBe("");
      }),
    );
  });

  test("a word that is told as wrong is told cleaned and shortened", () => {
    fc.assert(
      fc.property(dirty, (verdict) => {
        const line = one(alert({ verdict: `?${verdict}` }), aMapping());
        const [problem] = line?.outcome === "bad" ? line.problems : [];
        const text = String(problem?.values?.text);
        expect(problem?.code).toBe("VerdictUnknown");
        expect(text).not.toMatch(HIDES);
        expect([...text].length).toBeLessThanOrEqual(40);
      }),
    );
  });

  test("an id that hides something or has no end is never read", () => {
    fc.assert(
      fc.property(dirty, (externalId) => {
        const isClean = externalId !== "" && externalId.length <= 200 && !HIDES.test(externalId);
        expect(one(alert({ externalId }), aMapping())?.outcome).toBe(isClean ? "read" : "bad");
      }),
    );
  });
});

describe("an id that comes again", () => {
  const mapping = aTicketMapping({ separator: "," });
  test("of a ticket stands once for each analyst, in whatever width and case they are named", () => {
    const lines = readWork(
      [ticket(), ticket({ analyst: "sato" }, 3), ticket({ analyst: "ＳＵＺＵＫＩ" }, 4)],
      mapping,
      dayOf,
    );
    expect(lines.map(({ outcome }) => outcome)).toEqual(["read", "read", "bad"]);
    expect(lines[2]).toMatchObject({ problems: [{ code: "DuplicateId", values: { row: 2 } }] });
  });

  test("a third time names the first line again", () => {
    const lines = readWork([alert({}, 2), alert({}, 3), alert({}, 9)], aMapping(), dayOf);
    expect(lines.map((line) => (line.outcome === "bad" ? line.problems[0]?.values : null))).toEqual([
      null,
      { row: 2 },
      { row: 2 },
    ]);
  });

  test("a line that is wrong or left aside takes no id away from a good one", () => {
    const lines = readWork([alert({ day: "x" }), alert({ finalVerdict: "" }, 3), alert({}, 4)], aMapping(), dayOf);
    expect(lines.map(({ outcome }) => outcome)).toEqual(["bad", "aside", "read"]);
  });
});
