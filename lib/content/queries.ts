import "server-only";
import type { Addition } from "@/lib/domain/local-curriculum";
import { namedPartsOf } from "./criteria";
import { type LocalItem, localItem } from "./local-item";
import { paramsOf } from "./rule-params";
import { simpleRules } from "./rule-shape";
import type { ItemWords, PolicyDefinition, Words } from "./schema";
import { wordless } from "./structure";

export type { LocalItem } from "./local-item";

/** What the content's readers know of an item, for one that the organisation adds. No statement, no file. */

/** Parsed by the same shapes as the content; null where it is none, or its rule rests on what is not there. */
export function readLocalItem(input: unknown, definitions: readonly PolicyDefinition[]): LocalItem | null {
  const parsed = localItem.safeParse(input);
  if (!parsed.success) return null;
  return parsed.data.section === "criterion" && !isSound(parsed.data, definitions) ? null : parsed.data;
}

type LocalCriterion = Extract<LocalItem, { section: "criterion" }>;

/** As `npm run content:check` asks of the source's criteria: parameters fit, and what is judged says how. */
function isSound({ rule, mode }: LocalCriterion, definitions: readonly PolicyDefinition[]) {
  const types = new Map(definitions.map(({ code, type }) => [code, type]));
  const fit = paramsOf(rule).every(({ param, fits }) => {
    const type = types.get(param);
    return type !== undefined && fits(type);
  });
  return fit && simpleRules(rule).some(({ kind }) => kind === "attest") === (mode !== undefined);
}

type Node = Addition extends infer A
  ? A extends { section: infer S; node: infer N }
    ? { section: S; node: N }
    : never
  : never;

/** Its place in an edition's structure, without a word. */
export function nodeOf(item: LocalItem): Node {
  const { code } = item;
  if (item.section === "topic") return { section: "topic", node: { code, children: [] } };
  const track = item.track ? { track: item.track } : {};
  if (item.section === "task") return { section: "task", node: { code, kind: item.kind, ...track, children: [] } };
  if (item.section !== "criterion") return { section: item.section, node: { code, ...track, children: [] } };
  const mode = item.mode ? { mode: item.mode } : {};
  return { section: "criterion", node: { code, ...track, ...mode, rule: wordless(item.rule) } };
}

/** Its words, and those of the checkpoints, parts and techniques that its rule names. */
export function wordsOfLocal(item: LocalItem): { items: [string, ItemWords][]; parts: [string, Words][] } {
  const said: ItemWords = {
    source: [],
    local: true,
    text: item.text,
    ...(item.note && { note: item.note }),
    ...(item.section === "criterion" && { title: item.title }),
    ...(item.section === "reference" && item.publisher && { publisher: item.publisher }),
    ...(item.section === "reference" && item.url && { url: item.url }),
  };
  const named = item.section === "criterion" ? namedPartsOf({ ...item, source: [] }) : [];
  return { items: [[item.code, said]], parts: named.map(({ code, name }) => [`${item.code}/${code}`, name]) };
}
