import { expect, test } from "vitest";
import { japaneseRuns } from "@/components/ui/japanese-runs";

const japaneseIn = (text: string) =>
  japaneseRuns(text)
    .filter(({ isJapanese }) => isJapanese)
    .map((run) => run.text);

test.each([
  ["Nothing to mark.", []],
  ["", []],
  [
    "The source prints データーオーナー (data owner) here and データ管理者 (data manager).",
    ["データーオーナー", "データ管理者"],
  ],
  ["Read as 「情報収集/情報分析(SOC/監視)業務」 (SOC work).", ["「情報収集/情報分析(SOC/監視)業務」"]],
  ["「戦略の策定や…指示を3回」 is read as three.", ["「戦略の策定や…指示を3回」"]],
] as const)("of %j the Japanese runs are %j", (text, runs) => {
  expect(japaneseIn(text)).toEqual(runs);
});

test("nothing of the text is lost, and its order stays", () => {
  const text = "「規定値」 (the set value) is read as 「規定回数」 (the set number).";
  expect(
    japaneseRuns(text)
      .map((run) => run.text)
      .join(""),
  ).toBe(text);
});
