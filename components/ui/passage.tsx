import { useLocale } from "next-intl";
import { japaneseRuns } from "./japanese-runs";

/** A text of the curriculum: in English, what it quotes of the source is marked as Japanese, so that it is read out as such. */
export function Passage({ text }: { text: string }) {
  if (useLocale() === "ja") return text;
  return japaneseRuns(text).map((run) =>
    run.isJapanese ? (
      <span key={run.at} lang="ja">
        {run.text}
      </span>
    ) : (
      run.text
    ),
  );
}
