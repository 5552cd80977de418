import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setPolicyValue } from "@/lib/policy/commands";
import { findPolicy, findPolicyValues } from "@/lib/policy/queries";
import { policyForm } from "@/lib/policy/schema";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { aGrant } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const NUMBER = "g3.s2.pairDuty.n";
const FLAG = "platform.countersign.step2";
const LIST = "g3.s1.readingList";
const now = new Date("2026-11-20T01:00:00Z");

let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

/** As the form sends it. */
const sent = (fields: Record<string, string>) => ({
  onceKey: newId(),
  code: NUMBER,
  holdsFrom: "2026-11-20",
  reason: "人数が増えたため",
  ...fields,
});
const form = (fields: Record<string, string>) => policyForm.parse(sent(fields));
const set = async (fields: Record<string, string>, name: PersonaName = "makoto") =>
  setPolicyValue(form(fields), await as(name));
const heldOn = async (code: string, on = "2026-11-20") => (await findPolicyValues(on))[code];
const settings = () => db().policySetting.findMany({ orderBy: { setAt: "asc" } });

/** The rows of a list as its form shows them, with changes. */
const rowsOf = (entries: readonly { code?: string; ja: string; en?: string; url?: string }[]) =>
  Object.fromEntries(
    entries.flatMap(({ code = "", ja, en = "", url = "" }, place) => [
      [`entryCode.${place}`, code],
      [`titleJa.${place}`, ja],
      [`titleEn.${place}`, en],
      [`url.${place}`, url],
    ]),
  );
type Entry = { code: string; title: { ja: string; en: string }; url?: string; note?: object };
const shown = async () =>
  ((await heldOn(LIST)) as unknown as Entry[]).map(({ code, title, url = "" }) => ({ code, ...title, url }));

describe("a value of each kind", () => {
  test("a number, with who, when and why, and its event", async () => {
    const asked = form({ value: "１２" });
    expect(await setPolicyValue(asked, await as("makoto"))).toEqual({ ok: true, value: { code: NUMBER } });
    expect(await settings()).toEqual([
      {
        id: asked.onceKey,
        code: NUMBER,
        value: 12,
        holdsFrom: new Date("2026-11-20"),
        reason: "人数が増えたため",
        setById: world.people.makoto.id,
        setAt: now,
      },
    ]);
    expect(await eventsAbout(asked.onceKey)).toEqual([
      {
        action: "PolicySet",
        actor: world.people.makoto.id,
        body: { settingId: asked.onceKey, code: NUMBER, holdsFrom: "2026-11-20", value: 12 },
      },
    ]);
    expect([await heldOn(NUMBER, "2026-11-19"), await heldOn(NUMBER)]).toEqual([10, 12]);
  });

  test("yes or no, and nothing between", async () => {
    expect((await set({ code: FLAG, value: "true" })).ok).toBe(true);
    expect(await heldOn(FLAG)).toBe(true);
    for (const value of ["", "maybe", "1"]) {
      expect(await set({ code: FLAG, value })).toEqual(refused("PolicyNotAnOption"));
    }
  });

  test("one of the options", async () => {
    const definition = (await findPolicy((await as("makoto")).actor, now))?.parameters
      .map((each) => each.definition)
      .find(({ type, code }) => type.kind === "choice" && code.startsWith("g"));
    const options = definition?.type.kind === "choice" ? definition.type.options.map(({ code }) => code) : [];
    const other = options.find((code) => code !== definition?.default) ?? "";
    const code = definition?.code ?? "";
    expect((await set({ code, value: other })).ok).toBe(true);
    expect(await heldOn(code)).toBe(other);
    expect(await set({ code, value: "neither-of-them" })).toEqual(refused("PolicyNotAnOption"));
  });

  test("a list: an entry more, one renamed; notes that the form does not show stay", async () => {
    const before = await shown();
    const [first, ...rest] = before;
    const own = { ja: "SOC運用手順書", url: "https://wiki.example.jp/soc" };
    const rows = rowsOf([{ ...first, ja: "入門書" }, ...rest, own]);
    expect((await set({ code: LIST, ...rows })).ok).toBe(true);
    const after = await shown();
    expect(after.map(({ ja }) => ja)).toEqual(["入門書", ...rest.map(({ ja }) => ja), "SOC運用手順書"]);
    expect(after.at(-1)).toMatchObject({ en: "SOC運用手順書", url: "https://wiki.example.jp/soc" });
    expect(after.map(({ code }) => code).slice(0, -1)).toEqual(before.map(({ code }) => code));
    const notes = ((await heldOn(LIST)) as unknown as Entry[]).filter(({ note }) => note !== undefined);
    expect(notes.length).toBeGreaterThan(0);
    const [setting] = await settings();
    const event = (await eventsAbout(setting?.id ?? ""))[0];
    expect(event?.body).toEqual({
      settingId: setting?.id,
      code: LIST,
      holdsFrom: "2026-11-20",
      entries: after.map(({ code }) => code),
    });
  });
});

describe("what is to be read", () => {
  const first = { "entryCode.0": "", "titleJa.0": "手順書", "noteJa.0": "社内", "kind.0": "reading", "order.0": "1" };
  const second = { "entryCode.1": "", "titleJa.1": "動画", "noteJa.1": "", "kind.1": "video15", "order.1": "2" };

  test("has a kind and a note in both languages", async () => {
    const note = { "noteEn.0": "Internal" };
    expect((await set({ code: LIST, ...first, ...second, ...note })).ok).toBe(true);
    expect(await heldOn(LIST)).toMatchObject([
      { title: { ja: "手順書" }, note: { ja: "社内", en: "Internal" }, kind: "reading" },
      { title: { ja: "動画" }, kind: "video15" },
    ]);
    expect((await heldOn(LIST)) as object[]).not.toHaveProperty("1.note");
  });

  test("moves up or down by its number", async () => {
    const third = { "titleJa.2": "講義", "order.2": "1" };
    expect((await set({ code: LIST, ...first, ...second, ...third })).ok).toBe(true);
    expect((await shown()).map(({ ja }) => ja)).toEqual(["講義", "手順書", "動画"]);
    const last = { ...first, "order.0": "3" };
    expect((await set({ code: LIST, ...last, ...second, "titleJa.2": "講義", "order.2": "3" })).ok).toBe(true);
    expect((await shown()).map(({ ja }) => ja)).toEqual(["動画", "講義", "手順書"]);
  });

  test("a kind that is none, and a number that is none, are said at their field", () => {
    const parsed = policyForm.safeParse(sent({ code: LIST, ...first, "kind.0": "film", "order.0": "one" }));
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(["kind.0", "order.0"]);
  });
});

describe("what holds, and what comes", () => {
  test("the setting of today with who, when and why, and those of later days in their order", async () => {
    await set({ value: "11" });
    await set({ value: "14", holdsFrom: "2027-04-01" });
    await set({ value: "12", holdsFrom: "2026-12-01" });
    await set({ value: "13", holdsFrom: "2026-12-01" });
    const { actor } = await as("makoto");
    const seen = (await findPolicy(actor, now))?.parameters.find(({ definition }) => definition.code === NUMBER);
    expect(seen).toMatchObject({
      value: 11,
      isDefault: false,
      holding: { value: 11, reason: "人数が増えたため", setBy: { name: "渡辺 誠" } },
    });
    expect(seen?.upcoming.map(({ holdsFrom, value }) => [holdsFrom, value])).toEqual([
      ["2026-12-01", 13],
      ["2027-04-01", 14],
    ]);
    expect(seen?.history).toHaveLength(4);
  });
});

describe("refused, and nothing written", () => {
  test("out of range, no number, a day that has passed, no change, an unknown parameter", async () => {
    const range = await set({ value: "100000" });
    expect(range).toMatchObject({ ok: false, refusal: { code: "PolicyOutOfRange" } });
    for (const value of ["ten", "-1", "1.5", ""]) expect(await set({ value })).toEqual(range);
    expect(await set({ value: "12", holdsFrom: "2026-11-19" })).toEqual(refused("PolicyDayPast"));
    expect(await set({ value: "10" })).toEqual(refused("PolicyUnchanged"));
    expect(await set({ value: "12", code: "no.such.value" })).toEqual(refused("NotFound"));
    expect(await settings()).toEqual([]);
  });

  test("lists: empty, the same entry twice, no change", async () => {
    const same = rowsOf(await shown());
    expect(await set({ code: LIST, ...same })).toEqual(refused("PolicyUnchanged"));
    expect(await set({ code: LIST })).toMatchObject({ refusal: { code: "PolicyListLength", min: 1 } });
    const twice = rowsOf([
      { code: "one", ja: "一" },
      { code: "one", ja: "二" },
    ]);
    expect(await set({ code: LIST, ...twice })).toEqual(refused("PolicyEntryTwice"));
    expect(await settings()).toEqual([]);
  });

  test("to everybody but administrators and managers of a root team", async () => {
    for (const name of ["misaki", "kenichi", "akari", "emi", "taro", "nao", "soto"] as const) {
      expect(await set({ value: "12" }, name), name).toEqual(refused("NotFound"));
    }
    expect((await set({ value: "12" }, "shin")).ok).toBe(true);
  });

  test("what is wrong with a field is said at that field", () => {
    const wrong = policyForm.safeParse(sent({ ...rowsOf([{ ja: "手\u0000順", url: "x".repeat(401) }]) }));
    expect(wrong.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["titleJa.0", "controlCharacters"],
      ["url.0", "tooLong"],
    ]);
  });

  test("a row without its Japanese title, and a link that is none, at the row they are in", () => {
    const faultsOf = (...rows: Parameters<typeof rowsOf>[0]) =>
      policyForm.safeParse(sent(rowsOf(rows))).error?.issues.map(({ path, message }) => [path[0], message]);
    const whole = { ja: "手順書", url: "https://wiki.example.jp/" };
    expect(faultsOf(whole, { ja: "", en: "Handbook" })).toEqual([["titleJa.1", "required"]]);
    expect(faultsOf(whole, { ja: " ", url: "https://wiki.example.jp/2" })).toEqual([["titleJa.1", "required"]]);
    expect(faultsOf(whole, { ja: "" })).toBeUndefined();
    for (const url of ["javascript:alert(1)", "https://me@example.jp/", "wiki"]) {
      expect(faultsOf(whole, { ja: "手順書", url })).toEqual([["url.1", "notALink"]]);
    }
  });
});

describe("twenty at once", () => {
  test("the same form is one setting", async () => {
    const asked = form({ value: "12" });
    const caller = await as("makoto");
    const answers = await atOnce(20, () => setPolicyValue(asked, caller));
    const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])));
    expect(["Busy"]).toEqual(expect.arrayContaining([...codes]));
    expect(await settings()).toHaveLength(1);
    expect(await eventsAbout(asked.onceKey)).toHaveLength(1);
  });

  test("twenty forms for the same value: one setting", async () => {
    await aGrant(world.people.kenichi, "admin");
    const callers = [await as("makoto"), await as("kenichi")];
    const answers = await Promise.all(
      callers.flatMap((caller) => Array.from({ length: 10 }, () => setPolicyValue(form({ value: "12" }), caller))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await settings()).toHaveLength(1);
  });
});
