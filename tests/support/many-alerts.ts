import { type Alert, alerts } from "./work-files";

/** Ten thousand lines of twenty analysts as a SOC would hand them over, and what they say, counted without the product. */

const LINES = 10_000;
const DAYS = 40;
export const ANALYSTS: readonly string[] = Array.from({ length: 20 }, (_, place) => `analyst.${place}`);

/** Lines that lie at a bound: exactly nine in ten right and one below; exactly enough judged and one below. */
const AT_A_BOUND = [
  { judged: 500, wrong: 50 },
  { judged: 500, wrong: 51 },
  { judged: 50, wrong: 0 },
  { judged: 49, wrong: 0 },
];

type Chance = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const dayOf = (chance: Chance) => {
  const day = chance(DAYS);
  return `2026/${day < 20 ? 10 : 11}/${String(1 + (day % 20)).padStart(2, "0")}`;
};

const fullWidth = (text: string) => text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
/** A name is not written the same way everywhere. */
const spelt = (name: string, chance: Chance) =>
  [name, name.toUpperCase(), fullWidth(name), ` ${name} `][chance(4)] ?? name;

const WORDS = { true: ["検知", "TP"], false: ["誤検知", "FP"] } as const;
const word = (verdict: boolean, chance: Chance) => WORDS[`${verdict}`][chance(2)] ?? "";

const judged = (id: string, analyst: string, isRight: boolean, chance: Chance): Alert => {
  const verdict = chance(3) > 0;
  const last = isRight ? verdict : !verdict;
  return [id, dayOf(chance), spelt(analyst, chance), word(verdict, chance), word(last, chance)];
};

/** What a line may be besides two verdicts of one of the twenty; the numbers are of a thousand. */
const ODD: readonly (readonly [share: number, change: (line: Alert, before: Alert | undefined) => Alert])[] = [
  [40, ([id, day, who, first]) => [id, day, who, first, ""]],
  [30, ([id, day, who, , last]) => [id, day, who, "保留", last]],
  [20, ([id, day, who, first]) => [id, day, who, first, "調査中"]],
  [20, ([id, day, , first, last]) => [id, day, "SOAR", first, last]],
  [3, ([id, , who, first, last]) => [id, "未定", who, first, last]],
  [3, ([id, day, who, , last]) => [id, day, who, "たぶん", last]],
  [10, (line, before) => (before ? [before[0], before[1], before[2], line[3], line[4]] : line)],
];

function oddOr(line: Alert, before: Alert | undefined, chance: Chance): Alert {
  let place = chance(1000);
  for (const [share, change] of ODD) {
    if (place < share) return change(line, before);
    place -= share;
  }
  return line;
}

export function manyAlerts(seed: number): string {
  const chance = chanceFrom(seed);
  const lines: Alert[] = [];
  for (const [place, bound] of AT_A_BOUND.entries()) {
    for (let index = 0; index < bound.judged; index += 1) {
      lines.push(judged(`B${place}-${index}`, ANALYSTS[place] ?? "", index >= bound.wrong, chance));
    }
  }
  const others = ANALYSTS.slice(AT_A_BOUND.length);
  while (lines.length < LINES) {
    const place = chance(others.length);
    const line = judged(`A-${lines.length}`, others[place] ?? "", chance(100) >= place, chance);
    lines.push(oddOr(line, lines[lines.length - 1 - chance(500)], chance));
  }
  return alerts(...lines);
}

/** The same file some days later: what had no final verdict has one, and some of the others were overturned. */
export const judgedLater = (text: string): string =>
  text
    .split("\r\n")
    .map((line, place) => {
      const cells = line.split(",");
      if (cells.length < 5 || place === 0) return line;
      if (cells[4] === "") return [...cells.slice(0, 4), "検知"].join(",");
      return place % 61 === 0 ? [...cells.slice(0, 4), cells[4] === "検知" ? "FP" : "TP"].join(",") : line;
    })
    .join("\r\n");

export type Counted = { readonly judged: number; readonly right: number };

/** By analyst. An alert counts once: its first line with a day and both verdicts. */
export function countByHand(text: string): Map<string, Counted> {
  const tally = new Map<string, Counted>(ANALYSTS.map((name) => [name, { judged: 0, right: 0 }]));
  const seen = new Set<string>();
  for (const line of text.split("\r\n").slice(1)) {
    const [id = "", day = "", who = "", first = "", last = ""] = line.split(",");
    const name = who.normalize("NFKC").trim().toLowerCase();
    const before = tally.get(name);
    const verdicts = [first, last].map(
      (said) => ["検知", "TP"].includes(said) || (["誤検知", "FP"].includes(said) ? false : null),
    );
    if (!before || day === "未定" || verdicts.includes(null) || seen.has(id)) continue;
    seen.add(id);
    tally.set(name, { judged: before.judged + 1, right: before.right + (verdicts[0] === verdicts[1] ? 1 : 0) });
  }
  return tally;
}
