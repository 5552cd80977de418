import type { DescriptionWords } from "@/lib/content/schema";
import type { RoleGroupCode, RoleGroupStructure, StepStructure } from "@/lib/domain/curriculum";
import { isLocal } from "@/lib/domain/local-curriculum";
import type { Locale } from "@/lib/platform/format";
import type { Curriculum, CurriculumWords, SearchGroup, SearchHit, SearchKind } from "./schema";
import { comparable, piecesOf, termsOf } from "./search-text";

/** What can be found: one item of the curriculum with its words in both languages made comparable. */
type Entry = {
  readonly code: string;
  readonly kind: SearchKind;
  /** Null for basic education, and for what belongs to no role group. */
  readonly roleGroup: RoleGroupCode | null;
  readonly step: 0 | 1 | 2 | 3 | null;
  readonly href: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly text: Readonly<Record<Locale, string>>;
  readonly comparable: Readonly<Record<Locale, string>>;
};

export type SearchIndex = readonly Entry[];

type Place = Pick<Entry, "roleGroup" | "step">;
type Nested = { readonly code: string; readonly children: readonly Nested[] };

const codesOf = (items: readonly Nested[]): string[] =>
  items.flatMap(({ code, children }) => [code, ...codesOf(children)]);

export function searchIndex({ structure }: Curriculum, ja: CurriculumWords, en: CurriculumWords): SearchIndex {
  const basic = itemsAt(
    { roleGroup: null, step: 0 },
    "topic",
    codesOf(structure.basicEducation),
    "/curriculum/basic-education",
  );
  const groups = structure.roleGroups.flatMap((group) => ofRoleGroup(group, ja.roleGroup(group.code).description));
  const item = ({ code, ...place }: Unworded): Entry => worded({ code, ...place }, texts(ja, code), texts(en, code));
  return [...[...basic, ...groups].map(item), ...ofRoles(ja, en), ...ofCases(ja, en)];
}

type Unworded = Omit<Entry, "title" | "text" | "comparable">;
type Texts = { readonly title: string; readonly text: string; readonly more?: string | undefined };

const itemsAt = (place: Place, kind: SearchKind, codes: readonly string[], page: string): Unworded[] =>
  codes.map((code) => ({ code, kind, ...place, href: `${page}#${code}` }));

function ofRoleGroup(
  { code, commonEducation, steps }: RoleGroupStructure,
  description: readonly DescriptionWords[],
): Unworded[] {
  const page = `/curriculum/${code}`;
  const at = (step: Place["step"]) => ({ roleGroup: code, step });
  return [
    { code, kind: "roleGroup", ...at(null), href: page },
    ...itemsAt(at(null), "description", codesOf(description), page),
    ...itemsAt(at(0), "topic", codesOf(commonEducation), page),
    ...steps.flatMap((step) => ofStep(step, at(step.step), page)),
  ];
}

const ofStep = ({ goals, tasks, references, criteria }: StepStructure, place: Place, page: string): Unworded[] => [
  ...itemsAt(place, "goal", codesOf(goals), page),
  ...itemsAt(place, "task", codesOf(tasks), page),
  ...itemsAt(
    place,
    "criterion",
    [...new Set(criteria.flatMap(({ code, heading }) => (heading ? [heading, code] : [code])))],
    page,
  ),
  ...itemsAt(place, "reference", codesOf(references), page),
];

function texts(words: CurriculumWords, code: string): Texts {
  const group = words.all.roleGroups.find((each) => each.code === code);
  if (group)
    return { title: group.name, text: group.summary, more: [...group.normalTimes, ...group.duringIncident].join(" ") };
  const { title, text, note, source, publisher } = words.item(code);
  return { title: title ?? text, text: title ? text : "", more: [note, publisher, ...source].join(" ") };
}

function ofRoles(ja: CurriculumWords, en: CurriculumWords): Entry[] {
  return ja.all.roles.flatMap((role, at) => {
    const english = en.all.roles[at];
    const place = {
      code: role.code,
      kind: "role" as const,
      roleGroup: role.roleGroup,
      step: null,
      href: "/curriculum#roles",
    };
    return english ? [worded(place, roleTexts(role), roleTexts(english))] : [];
  });
}

const roleTexts = ({ name, duty, ...role }: CurriculumWords["all"]["roles"][number]): Texts => ({
  title: name,
  text: duty ?? "",
  more: role.function,
});

function ofCases(ja: CurriculumWords, en: CurriculumWords): Entry[] {
  return ja.all.cases.flatMap((drill, at) => {
    const english = en.all.cases[at];
    const href = `/curriculum/incident-response#${drill.code}`;
    const place = { code: drill.code, kind: "drillCase" as const, roleGroup: null, step: 3 as const, href };
    return english ? [worded(place, caseTexts(drill), caseTexts(english))] : [];
  });
}

const caseTexts = ({ name, description, subCases }: CurriculumWords["all"]["cases"][number]): Texts => ({
  title: name,
  text: description,
  more: subCases.map((each) => each.name).join(" "),
});

const worded = (place: Unworded, ja: Texts, en: Texts): Entry => ({
  ...place,
  title: { ja: ja.title, en: en.title },
  text: { ja: ja.text, en: en.text },
  comparable: { ja: comparableOf(ja), en: comparableOf(en) },
});

const comparableOf = ({ title, text, more = "" }: Texts) => comparable(`${title} ${text} ${more}`);

type OwnIndex = { readonly roleGroup: RoleGroupCode | null; readonly index: SearchIndex };
type TeamIndex = { readonly teamId: string; readonly index: SearchIndex };

/** One index for a reader: role groups of their own as they are measured there, and once each what teams of theirs added. */
export function joined(organisation: SearchIndex, own: readonly OwnIndex[], teams: readonly TeamIndex[]): SearchIndex {
  const mine = new Map(own.map(({ roleGroup, index }) => [roleGroup, index]));
  const isMeasured = ({ roleGroup, kind, step }: Entry) =>
    step !== null && kind !== "drillCase" && mine.has(roleGroup) && (roleGroup !== null || kind === "topic");
  const entries = [
    ...organisation.filter((entry) => !isMeasured(entry)),
    ...[...mine].flatMap(([roleGroup, index]) =>
      index.filter((entry) => entry.roleGroup === roleGroup && isMeasured(entry)),
    ),
  ];
  const known = new Set(entries.map(({ code }) => code));
  for (const { teamId, index } of teams) {
    const added = index.filter(({ code }) => isLocal(code) && !known.has(code));
    for (const entry of added) known.add(entry.code);
    entries.push(...added.map((entry) => ({ ...entry, href: entry.href.replace("#", `?team=${teamId}#`) })));
  }
  return entries;
}

/** Of each role group; more words narrow it down. */
const SHOWN = 20;

/** Items that hold every word of the query in one language, by role group; those whose title holds it stand first. */
export function searchIn(index: SearchIndex, query: string, locale: Locale): SearchGroup[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const other: Locale = locale === "ja" ? "en" : "ja";
  const holds = (text: string) => terms.every((term) => text.includes(term));
  const found = index.flatMap((entry) => {
    const language = ([locale, other] as const).find((each) => holds(entry.comparable[each]));
    return language ? [{ entry, language, rank: holds(comparable(entry.title[language])) ? 0 : 1 }] : [];
  });
  const places = [...new Set(found.map(({ entry }) => entry.roleGroup))];
  return places.map((roleGroup) => {
    const here = found.filter(({ entry }) => entry.roleGroup === roleGroup).toSorted((a, b) => a.rank - b.rank);
    const hits = here.slice(0, SHOWN).map(({ entry, language }) => hitOf(entry, { terms, locale, language }));
    return { roleGroup, count: here.length, hits };
  });
}

type Found = { readonly terms: readonly string[]; readonly locale: Locale; readonly language: Locale };

function hitOf({ comparable: _, title, text, ...place }: Entry, { terms, locale, language }: Found): SearchHit {
  const inLanguage = [title[language], text[language]].filter((part) => part !== "").join(": ");
  return {
    ...place,
    isLocal: isLocal(place.code),
    title: piecesOf(title[locale], terms),
    text: piecesOf(text[locale], terms),
    inOther: language === locale ? null : { language, text: piecesOf(inLanguage, terms) },
  };
}
