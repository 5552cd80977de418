import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import {
  checkMapping,
  keepsBothVerdicts,
  mayImportFor,
  mayImportWork,
  type WorkMapping,
  worksIn,
} from "@/lib/domain/work-source";
import { NOBODY } from "@/tests/support/nobody";
import { kenichi, makoto, misaki, monitoring, nao, shin, taro, toru } from "@/tests/support/reviewing";
import { aMapping, aTicketMapping } from "@/tests/support/work-mappings";

const soc = { teamId: "soc", ancestorIds: ["soc", "hq"] };
const checked = (mapping: WorkMapping, actor: Actor = makoto) => {
  const decision = checkMapping(mapping, soc, actor);
  return decision.ok ? null : decision.refusal;
};

describe("a mapping", () => {
  test("that names what its kind needs can be read by", () => {
    expect(checked(aMapping())).toBeNull();
    expect(checked(aTicketMapping())).toBeNull();
  });

  test("lacking columns is refused with all of them", () => {
    const columns = { ...aMapping().columns, externalId: null, analyst: null };
    expect(checked(aMapping({ columns }))).toEqual({
      code: "WorkColumnsMissing",
      columns: ["externalId", "analyst"],
    });
  });

  test("a column stands in one place only, whatever its width and case", () => {
    const columns = { ...aTicketMapping().columns, title: "Created", day: "ｃｒｅａｔｅｄ" };
    expect(checked(aTicketMapping({ columns }))).toMatchObject({ code: "WorkColumnTwice" });
  });

  test("columns of the other kind are not looked at", () => {
    expect(checked(aTicketMapping({ columns: { ...aTicketMapping().columns, verdict: "#" } }))).toBeNull();
  });

  test.each<[string, Partial<WorkMapping>, object | null]>([
    ["no word for a detection", { trueWords: [] }, { code: "VerdictWordsMissing" }],
    ["no word for a false positive", { falseWords: [] }, { code: "VerdictWordsMissing" }],
    ["one word for both", { falseWords: ["検知"] }, { code: "VerdictWordTwice", word: "検知" }],
    [
      "a word that says nothing and something",
      { asideWords: ["FALSE"], falseWords: ["false"] },
      { code: "VerdictWordTwice", word: "FALSE" },
    ],
    ["no verdict at all needs no words", { trueWords: [], columns: { ...aMapping().columns, verdict: null } }, null],
  ])("verdicts: %s", (_name, wish, refusal) => {
    expect(checked(aMapping(wish))).toEqual(refusal);
  });

  test("only both verdicts of an alert say how many were right", () => {
    expect(keepsBothVerdicts(aMapping())).toBe(true);
    expect(keepsBothVerdicts(aMapping({ columns: { ...aMapping().columns, finalVerdict: null } }))).toBe(false);
    expect(keepsBothVerdicts(aTicketMapping())).toBe(false);
  });
});

describe("who brings in work", () => {
  test.each<[string, Actor, boolean]>([
    ["the manager above", makoto, true],
    ["a mentor of the team", kenichi, true],
    ["a mentor of another team", toru, false],
    [
      "a mentor of the whole organisation",
      { ...kenichi, mentorships: [{ roleGroupCode: "forensics", teamId: null }] },
      true,
    ],
    ["an administrator", shin, false],
    ["the trainee", misaki, false],
    ["a reviewer", nao, false],
    ["a countersigner", taro, false],
    ["nobody", { ...NOBODY, id: "soto" }, false],
  ])("into a team: %s", (_name, actor, may) => {
    expect(worksIn(actor, soc)).toBe(may);
    expect(checked(aMapping(), actor)).toEqual(may ? null : { code: "NotFound" });
  });

  test("a team that is not there or closed is nobody's", () => {
    expect(checkMapping(aMapping(), null, makoto)).toEqual({ ok: false, refusal: { code: "NotFound" } });
  });

  test.each<[string, Actor, boolean]>([
    ["their manager", makoto, true],
    ["their mentor", kenichi, true],
    ["a mentor elsewhere", toru, false],
    ["themselves, who may not import at all", misaki, false],
    ["themselves, who mentor elsewhere", { ...toru, id: "misaki" }, true],
    ["an administrator", shin, false],
  ])("for a person: %s", (_name, actor, may) => {
    expect(mayImportFor(actor, [monitoring])).toBe(may);
  });

  test("nobody's work without an enrolment", () => {
    expect(mayImportFor(makoto, [])).toBe(false);
    expect(mayImportWork(makoto)).toBe(true);
  });
});
