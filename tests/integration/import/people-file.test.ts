import { beforeEach, describe, expect, test } from "vitest";
import { discardFile, importFile, keepFile } from "@/lib/import/commands";
import { findPreview } from "@/lib/import/queries";
import { db } from "@/lib/platform/db";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant } from "@/tests/support/builders";
import { bringIn, preview } from "@/tests/support/csv-files";
import { csv, shiftJis, utf8 } from "@/tests/support/csv-text";
import { asOwner, emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string) => ({ ok: false, refusal: { code } });

const HEADER = ["社員番号", "氏名", "氏名カナ", "メールアドレス", "所属コード", "入社日"];
const HANAKO = ["00201", "田中 花子", "タナカ ハナコ", "hanako@aoba.example", "soc", "2026/4/1"];
const JIRO = ["00202", "髙橋 次郎", "ﾀｶﾊｼ ｼﾞﾛｳ", "jiro@aoba.example", "plant", "2026年12月1日"];
const two = csv(HEADER, HANAKO, JIRO);
const findAdded = () =>
  db().person.findMany({ where: { employeeNumber: { startsWith: "0020" } }, orderBy: { employeeNumber: "asc" } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

describe("a clean file of people", () => {
  test.each([
    ["UTF-8", utf8(two)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${two}`)],
    ["Shift_JIS, with 髙 and half-width kana", shiftJis(two)],
    ["line feeds only", utf8(two.replaceAll("\r\n", "\n"))],
    ["carriage returns only", utf8(two.replaceAll("\r\n", "\r"))],
  ])("in %s adds both with their teams", async (_encoding, bytes) => {
    const caller = await as("shin");
    const shown = await preview("people", bytes, caller);
    expect(shown).toMatchObject({ ok: true, value: { counts: { new: 2, bad: 0 }, problems: [] } });
    if (!shown.ok) return;
    expect(await findAdded()).toEqual([]);
    expect(await importFile({ kind: "people", seen: shown.value.file.seen }, caller)).toMatchObject({
      ok: true,
      value: { counts: { new: 2 } },
    });
    expect(await findAdded()).toMatchObject([
      { name: "田中 花子", reading: "たなか はなこ", employeeNumber: "00201", locale: "ja", affiliation: "own" },
      { name: "髙橋 次郎", reading: "たかはし じろう", createdById: world.people.shin.id },
    ]);
    expect(
      await db().membership.findMany({ where: { createdById: { not: null } }, orderBy: { fromOn: "asc" } }),
    ).toMatchObject([
      { teamId: world.teams.soc.id, isMain: true, fromOn: new Date("2026-04-01"), toOn: null },
      { teamId: world.teams.plant.id, fromOn: new Date("2026-12-01") },
    ]);
  });

  test("says each act in the audit, and the import last", async () => {
    await bringIn("people", two, await as("shin"));
    const [hanako] = await findAdded();
    expect((await eventsAbout(hanako?.id ?? "")).map(({ action }) => action)).toEqual(["PersonAdded"]);
    const own = await eventsAbout(world.people.shin.id);
    expect(own.map(({ action }) => action)).toEqual(["ImportFileKept", "FileImported"]);
    expect(own[1]?.body).toMatchObject({ kind: "people", new: 2, changed: 0, unchanged: 0 });
    expect(await asOwner((client) => client.query("select * from audit.verify()"))).toMatchObject({ rows: [] });
  });

  test("brought in twice, the second time everything is unchanged", async () => {
    await bringIn("people", two, await as("shin"));
    const again = await bringIn("people", two, await as("shin"));
    expect(again).toMatchObject({ ok: true, value: { counts: { new: 0, changed: 0, unchanged: 2 } } });
    expect(await db().membership.count({ where: { createdById: { not: null } } })).toBe(2);
  });

  test("sent forty times at once is imported once", async () => {
    const caller = await as("shin");
    const shown = await preview("people", utf8(two), caller);
    if (!shown.ok) throw new Error("refused");
    const { seen } = shown.value.file;
    const answers = await atOnce(40, () => importFile({ kind: "people", seen }, caller));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findAdded()).toHaveLength(2);
    for (const answer of answers) {
      if (!answer.ok) expect(["NothingToImport", "Busy"]).toContain(answer.refusal.code);
    }
  });
});

describe("people who are there already", () => {
  const MISAKI = ["00123", "佐藤 美咲", "サトウ ミサキ", "misaki@aoba.example"];

  test("found by number or address are changed as the preview shows it", async () => {
    const text = csv([...HEADER.slice(0, 4), "最終日"], [...MISAKI.slice(0, 3), "m.sato@aoba.example", "2027/3/31"]);
    const caller = await as("shin");
    expect(await preview("people", utf8(text), caller)).toMatchObject({
      value: {
        counts: { changed: 1 },
        lines: [
          {
            row: 2,
            subject: "佐藤 美咲",
            changes: [
              { column: "email", from: "misaki@aoba.example", to: "m.sato@aoba.example" },
              { column: "endsOn", from: "", to: "2027-03-31" },
            ],
          },
        ],
      },
    });
    await bringIn("people", text, caller);
    const { misaki } = world.people;
    expect(await db().person.findUniqueOrThrow({ where: { id: misaki.id } })).toMatchObject({
      email: "m.sato@aoba.example",
      latinName: "Misaki Sato",
      endsOn: new Date("2027-03-31"),
    });
    expect(await eventsAbout(misaki.id)).toMatchObject([
      { action: "PersonEdited", body: { fields: ["email", "endsOn"] } },
    ]);
  });

  test("another team is a transfer from the day given; the same again changes nothing", async () => {
    const text = csv(HEADER, [...MISAKI, "plant", "2026/12/1"]);
    expect(await bringIn("people", text, await as("shin"))).toMatchObject({ value: { counts: { changed: 1 } } });
    const spans = await db().membership.findMany({
      where: { personId: world.people.misaki.id },
      orderBy: { fromOn: "asc" },
    });
    expect(spans).toMatchObject([
      { teamId: world.teams.soc.id, toOn: new Date("2026-11-30") },
      { teamId: world.teams.plant.id, fromOn: new Date("2026-12-01"), toOn: null },
    ]);
    expect(await bringIn("people", text, await as("shin"))).toMatchObject({ value: { counts: { unchanged: 1 } } });
  });
});

describe("bad lines", () => {
  const problemsOf = async (...lines: string[][]) => {
    const shown = await preview("people", utf8(csv(HEADER, ...lines)), await as("shin"));
    if (!shown.ok) throw new Error(shown.refusal.code);
    return shown.value.lines
      .filter(({ outcome }) => outcome === "bad")
      .flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })));
  };
  const hanako = (place: number, cell: string) => HANAKO.with(place, cell);

  test.each<[string, string[], object]>([
    ["no name", hanako(1, ""), { column: "name", code: "required", values: { minimum: 1 } }],
    ["a name too long", hanako(1, "あ".repeat(101)), { column: "name", code: "tooLong", values: { maximum: 100 } }],
    ["a control character", hanako(1, "田中\u0007花子"), { column: "name", code: "controlCharacters" }],
    ["a reading in kanji", hanako(2, "田中"), { column: "reading", code: "notAReading" }],
    ["no address", hanako(3, "hanako"), { column: "email", code: "notAnEmail" }],
    ["a team that is not there", hanako(4, "moon"), { column: "team", code: "TeamUnknown", values: { team: "moon" } }],
    ["a day that is none", hanako(5, "2026/2/30"), { column: "fromOn", code: "notADay" }],
    [
      "a number that lost its zeros",
      hanako(0, "123"),
      { column: "employeeNumber", code: "LeadingZeros", values: { number: "00123" } },
    ],
    [
      "number and address of two people",
      ["00123", "x", "x", "ren@aoba.example", "", ""],
      { column: "email", code: "PersonAmbiguous" },
    ],
  ])("%s", async (_what, cells, problem) => {
    expect(await problemsOf(cells)).toMatchObject([{ row: 2, ...problem }]);
  });

  test("a person on two lines: the second names the first", async () => {
    expect(await problemsOf(HANAKO, JIRO, hanako(0, "201"))).toEqual([
      { row: 4, column: "employeeNumber", code: "LineRepeated", values: { row: 2 } },
      { row: 4, column: "email", code: "LineRepeated", values: { row: 2 } },
    ]);
  });

  test("one bad line among many keeps the whole file out", async () => {
    const caller = await as("shin");
    const shown = await preview("people", utf8(csv(HEADER, HANAKO, JIRO.with(3, "?"))), caller);
    if (!shown.ok) throw new Error("refused");
    expect(shown.value.counts).toEqual({ new: 1, bad: 1, changed: 0, unchanged: 0 });
    const answer = await importFile({ kind: "people", seen: shown.value.file.seen }, caller);
    expect(answer).toEqual({ ok: false, refusal: { code: "ImportNotClean", count: 1 } });
    expect(await findAdded()).toEqual([]);
  });

  test("the last administrator gets no last day by a file either", async () => {
    const text = csv(
      ["氏名", "かな", "氏名かな", "メールアドレス", "最終日"],
      ["中村 慎", "", "なかむら しん", "shin@aoba.example", "2027/3/31"],
    );
    const caller = await as("shin");
    expect(await preview("people", utf8(text), caller)).toMatchObject({
      value: { counts: { bad: 1 }, lines: [{ problems: [{ code: "LastAdministrator" }] }] },
    });
    await aGrant(world.people.taro, "admin");
    expect(await preview("people", utf8(text), caller)).toMatchObject({ value: { counts: { changed: 1 } } });
  });
});

describe("the file itself", () => {
  const keep = async (bytes: Uint8Array, name: PersonaName = "shin") =>
    keepFile({ kind: "people", fileName: "people.csv", bytes }, await as(name));
  const problemsOf = async (text: string) => {
    const shown = await preview("people", utf8(text), await as("shin"));
    return shown.ok ? shown.value.problems : shown;
  };

  test("a spreadsheet, a picture and eleven megabytes are refused before anything is kept", async () => {
    expect(await keep(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]))).toEqual(refused("FileIsSpreadsheet"));
    expect(await keep(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toEqual(refused("FileUnreadable"));
    expect(await keep(new Uint8Array(11 * 1024 * 1024).fill(0x61))).toEqual(refused("FileTooLarge"));
    expect(await db().draft.count()).toBe(0);
  });

  test("says what is wrong with it as a whole", async () => {
    expect(await problemsOf("")).toEqual([{ row: 1, column: null, code: "FileEmpty" }]);
    expect(await problemsOf(csv(HEADER))).toEqual([{ row: 1, column: null, code: "FileEmpty" }]);
    expect(await problemsOf(csv(["氏名", "メールアドレス"], ["x", "y"]))).toEqual([
      { row: 1, column: "reading", code: "ColumnMissing" },
    ]);
    expect(await problemsOf(`${csv(HEADER)}"open`)).toMatchObject([{ row: 2, code: "NotCsv" }]);
    const many = csv(HEADER, ...Array.from({ length: 10_001 }, () => HANAKO));
    expect(await problemsOf(many)).toMatchObject([
      { code: "TooManyLines", values: { lines: 10_001, maximum: 10_000 } },
    ]);
  });

  test("is kept for who sent it and nobody else, until it is discarded", async () => {
    await keep(utf8(two));
    await aGrant(world.people.taro, "admin");
    const shown = async (name: PersonaName) => findPreview("people", { show: null, page: 1 }, await as(name));
    expect(await shown("taro")).toBeNull();
    expect(await shown("makoto")).toBeNull();
    expect((await shown("shin"))?.file.fileName).toBe("people.csv");
    expect((await discardFile({ kind: "people" }, await as("shin"))).ok).toBe(true);
    expect(await discardFile({ kind: "people" }, await as("shin"))).toEqual(refused("NothingToImport"));
    expect(await shown("shin")).toBeNull();
  });

  test("another file chosen meanwhile is not imported unread; managers import no people", async () => {
    const caller = await as("shin");
    const shown = await preview("people", utf8(two), caller);
    if (!shown.ok) throw new Error("refused");
    await keep(utf8(csv(HEADER, HANAKO)));
    const { seen } = shown.value.file;
    expect(await importFile({ kind: "people", seen }, caller)).toEqual(refused("ImportFileChanged"));
    expect(await keep(utf8(two), "makoto")).toEqual(refused("NotFound"));
    expect(await importFile({ kind: "people", seen }, await as("makoto"))).toEqual(refused("NotFound"));
    expect(await findAdded()).toEqual([]);
  });
});
