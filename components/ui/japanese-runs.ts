const RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+(?:[A-Za-z0-9()/…]*[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]+)*/gu;

export type Run = { readonly at: number; readonly text: string; readonly isJapanese: boolean };

/** The text in pieces, in order: what is Japanese, and what stands between. */
export function japaneseRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index > end) runs.push({ at: end, text: text.slice(end, index), isJapanese: false });
    runs.push({ at: index, text: run, isJapanese: true });
    end = index + run.length;
  }
  if (end < text.length) runs.push({ at: end, text: text.slice(end), isJapanese: false });
  return runs;
}
