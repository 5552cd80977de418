import { linesOf, type RuleForm, ruleOf } from "./rule-fields";
import type { AdditionForm } from "./schema";

/** What a form says, as content files would write it; whether it is a rule is for the content's own shapes to say. */

/** One line, one name; the English of the same line, or the Japanese where there is none. */
function named(ja: string | null, en: string | null, prefix: string) {
  const english = (en ?? "").split("\n").map((each) => each.trim());
  return linesOf(ja).map((each, at) => ({ code: `${prefix}${at + 1}`, name: { ja: each, en: english[at] || each } }));
}

const given = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/** What a record must satisfy to be counted. */
function countsOf({ kinds, minSupervision, minEvidence, mentorPresent, distinctIncidents, ...form }: RuleForm) {
  const parts = named(form.partsJa, form.partsEn, "part");
  return given({
    kinds: kinds.length > 0 ? kinds : null,
    minSupervision,
    minEvidence,
    mentorPresent: mentorPresent || null,
    distinctIncidents: distinctIncidents || null,
    parts: parts.length > 0 ? parts : null,
  });
}

const RULES: Record<NonNullable<RuleForm["ruleKind"]>, (form: RuleForm) => object> = {
  attest: ({ points, pointsEn, conditional }) =>
    given({ checkpoints: named(points, pointsEn, "point"), conditional: conditional || null }),
  count: (form) => given({ need: form.need, unit: form.unit, counts: countsOf(form) }),
  countInPeriod: (form) => given({ need: form.need, unit: form.unit, period: form.period, counts: countsOf(form) }),
  cadence: (form) => given({ months: form.months, perMonth: form.perMonth ?? 1, counts: countsOf(form) }),
  duration: (form) => given({ months: form.months, perMonth: form.perMonth ?? 1, counts: countsOf(form) }),
  accuracy: (form) =>
    given({ minJudged: form.minJudged, bound: form.bound, percent: form.percent, counts: countsOf(form) }),
  reading: ({ list }) => given({ list }),
  caseDrill: ({ coverage, minSupervision }) => given({ coverage, minSupervision: minSupervision ?? 4 }),
  techniques: (form) =>
    given({ need: form.need, of: named(form.points, form.pointsEn, "technique"), counts: countsOf(form) }),
};

const simple = (form: RuleForm) =>
  form.ruleKind === null ? null : { kind: form.ruleKind, ...RULES[form.ruleKind](form) };

/** Two rules of one criterion name their points apart. */
function apart(rule: ReturnType<typeof simple>) {
  const renamed = (_key: string, value: unknown) =>
    typeof value === "object" && value !== null && "code" in value ? { ...value, code: `${value.code}-2` } : value;
  return rule && JSON.parse(JSON.stringify(rule, renamed));
}

function criterionRule(form: AdditionForm) {
  const [first, second] = [simple(ruleOf(form, "")), apart(simple(ruleOf(form, "2")))];
  return form.combine === null || second === null ? first : { kind: form.combine, of: [first, second] };
}

const words = (ja: string | null, en: string | null) => (ja === null ? null : { ja, en: en ?? ja });

/** The item that a form describes, its code made of the form's key. */
export function itemOfForm(form: AdditionForm): object {
  const { section, track, kind, publisher, url } = form;
  const code = `local.${form.onceKey.replaceAll("-", "").slice(-12)}`;
  const note = words(form.noteJa, form.noteEn);
  const shared = given({ section, code, text: words(form.textJa, form.textEn), note });
  if (section === "topic") return shared;
  const tracked = { ...shared, ...given({ track }) };
  if (section === "task") return { ...tracked, kind: kind ?? "study" };
  if (section === "reference") return { ...tracked, ...given({ publisher, url }) };
  if (section === "goal") return tracked;
  const rule = criterionRule(form);
  const isJudged = JSON.stringify(rule).includes('"kind":"attest"');
  const title = words(form.titleJa, form.titleEn);
  return { ...tracked, ...given({ title, mode: isJudged ? (form.mode ?? "explain") : null, rule }) };
}
