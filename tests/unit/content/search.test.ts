import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curriculumOf } from "@/lib/curriculum/curriculum";
import { searchQuery } from "@/lib/curriculum/schema";
import { joined, searchIn, searchIndex } from "@/lib/curriculum/search";
import { comparable, piecesOf, termsOf } from "@/lib/curriculum/search-text";
import { wordsOf } from "@/lib/curriculum/words";
import { compose } from "@/lib/domain/local-curriculum";
import type { Locale } from "@/lib/platform/format";
import { ownContent } from "@/tests/support/edited-content";
import { ownCurriculum } from "@/tests/support/own-curriculum";

const { curriculum, ja, en } = ownCurriculum();
const index = searchIndex(curriculum, ja, en);
const find = (query: string, locale: Locale = "ja") => searchIn(index, query, locale);
const codes = (query: string, locale: Locale = "ja") =>
  find(query, locale).flatMap(({ hits }) => hits.map(({ code }) => code));
const plain = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join("");

describe("finding in the curriculum", () => {
  test.each(["トリアージ", "とりあーじ", "ﾄﾘｱｰｼﾞ", " トリアージ　"])("%s, however it is typed", (query) => {
    expect(codes(query)).toContain("g1.s2.triage");
    expect(codes(query)).toContain("triage");
  });

  test("width and case do not matter", () => {
    expect(codes("ｏｓｉｎｔ")).toContain("g2.s1.intelligence");
    expect(codes("Osint", "en")).toContain("g2.s1.intelligence");
  });

  test("every word must be there, in any order", () => {
    const narrow = codes("判定 アラート 正答率");
    expect(narrow).toContain("g3.s2.alert-judgement");
    expect(narrow.length).toBeLessThan(codes("アラート").length);
  });

  test("a Japanese reader finds by English words, and sees which", () => {
    const hit = find("log analysis")
      .flatMap(({ hits }) => hits)
      .find(({ code }) => code === "g2.s1.log-analysis");
    expect(plain(hit?.title ?? [])).toBe("平常時のログ分析");
    expect(hit?.inOther?.language).toBe("en");
    expect(hit?.inOther?.text.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Log", "analysis"]),
    );
  });

  test("hits lead to where they stand, by role group in the order of the curriculum", () => {
    const groups = find("脆弱性");
    expect(groups.map(({ roleGroup }) => roleGroup)).toContain("vulnerability-management");
    const hit = groups.flatMap(({ hits }) => hits).find(({ code }) => code.startsWith("g4."));
    expect(hit?.href).toBe(`/curriculum/vulnerability-management#${hit?.code}`);
  });

  test("a number of the source, a case, a role, basic education", () => {
    expect(codes("4.3.6.4#4")).toEqual(["g3.s2.alert-judgement"]);
    expect(codes("ランサムウェア")).toContain("case-6");
    expect(codes("external PoC", "en")).toContain("external-poc");
    expect(codes("著作権法")).toContain("basic.law.copyright");
  });

  test("titles stand before texts, and no more than twenty of a group", () => {
    const group = find("脆弱性").find(({ roleGroup }) => roleGroup === "vulnerability-management");
    expect(group?.hits).toHaveLength(20);
    expect(group?.count).toBeGreaterThan(20);
    const [first] = group?.hits ?? [];
    expect(plain(first?.title ?? [])).toContain("脆弱性");
  });

  test("nothing for nothing", () => {
    expect(find("")).toEqual([]);
    expect(find(" 　")).toEqual([]);
    expect(find("ぬるぽ")).toEqual([]);
  });
});

describe("what is in the address", () => {
  test.each<[unknown, string]>([
    [{ q: " 鍵 " }, "鍵"],
    [{}, ""],
    [{ q: ["a", "b"] }, ""],
    [{ q: "x".repeat(101) }, ""],
  ])("%o", (address, q) => {
    expect(searchQuery.parse(address)).toEqual({ q });
  });
});

describe("marking", () => {
  test("the words of the query, as they stand in the text", () => {
    expect(piecesOf("SOCのﾛｸﾞ分析とログ", termsOf("soc ろぐ"))).toEqual([
      { at: 0, text: "SOC", isHit: true },
      { at: 3, text: "の", isHit: false },
      { at: 4, text: "ﾛｸﾞ", isHit: true },
      { at: 6, text: "分析と", isHit: false },
      { at: 9, text: "ログ", isHit: true },
    ]);
  });

  test("nothing of the text is lost or added", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string(),
        (text, query) => plain(piecesOf(text, termsOf(query))) === text,
      ),
    );
    expect(comparable("Ⅲ㌍ヴ")).toBe("iiiかろりーゔ");
  });
});

describe("one index for a reader", () => {
  const composed = curriculumOf({
    id: "team",
    digest: "team",
    structure: compose(curriculum.structure, {
      additions: [
        {
          roleGroupCode: "soc-monitoring",
          step: 2,
          section: "criterion",
          node: { code: "local.siem", rule: { kind: "count", need: 3, unit: "times", counts: {} } },
        },
      ],
      exempted: ["g3.s2.pair-duty"],
    }),
  });
  const items = {
    ...ownContent().words.items,
    "local.siem": { text: { ja: "社内の点検", en: "Our check" }, source: [] },
  };
  const worded = { id: "team", digest: "team", words: { ...ownContent().words, items } };
  const team = searchIndex(composed, wordsOf(worded, "ja"), wordsOf(worded, "en"));
  const codesOf = (entries: typeof index) => entries.map(({ code }) => code);

  test("of nobody in particular it is the organisation's", () => expect(joined(index, [], [])).toEqual(index));

  test("in a role group of their own it is their edition's, elsewhere the organisation's; nothing stands twice", () => {
    const own = joined(index, [{ roleGroup: "soc-monitoring", index: team }], []);
    expect(codesOf(own)).toContain("local.siem");
    expect(codesOf(own)).not.toContain("g3.s2.pair-duty");
    expect(new Set(codesOf(own)).size).toBe(new Set([...codesOf(index), "local.siem"]).size - 1);
    expect(codesOf(joined(index, [{ roleGroup: "forensics", index: team }], []))).toEqual(
      expect.arrayContaining(["g3.s2.pair-duty"]),
    );
  });

  test("what teams added comes beside it, once each, and leads to the team's reading", () => {
    const both = [
      { teamId: "soc", index: team },
      { teamId: "night", index: team },
    ];
    const added = joined(index, [], both).filter(({ code }) => code === "local.siem");
    expect(added.map(({ href }) => href)).toEqual(["/curriculum/soc-monitoring?team=soc#local.siem"]);
    expect(codesOf(joined(index, [], both))).toContain("g3.s2.pair-duty");
  });
});
