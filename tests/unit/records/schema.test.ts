import { describe, expect, test } from "vitest";
import { correctionForm, draft, draftValues, newClaim, quickLog, recordForm, titleFrom } from "@/lib/records/schema";

const ONCE = "018f0000-0000-7000-8000-000000000001";
const ENROLMENT = "018f0000-0000-7000-8000-00000000000a";
const sent = (wish: Record<string, unknown> = {}) => ({
  onceKey: ONCE,
  happenedOn: "2026-11-20",
  kind: "report",
  title: "月次報告",
  tlp: "AMBER",
  ...wish,
});
const faultsOf = (wish: Record<string, unknown>) => {
  const parsed = recordForm.safeParse(sent(wish), { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
};
const evidenceOf = (evidence: unknown) =>
  recordForm.parse(sent({ evidence })).evidence.map(({ kind, value }) => `${kind} ${value}`);

test("the five fields are enough", () => {
  expect(recordForm.parse(sent())).toEqual({
    onceKey: ONCE,
    next: null,
    from: null,
    happenedOn: "2026-11-20",
    kind: "report",
    title: "月次報告",
    did: null,
    learned: null,
    supervision: null,
    mentorPresentId: null,
    mentorPresentName: null,
    tlp: "AMBER",
    incidentRef: null,
    periodCovered: null,
    subCase: null,
    judged: null,
    right: null,
    technique: null,
    readingItem: null,
    evidence: [],
    claims: [],
  });
});

describe("bad input names its field", () => {
  test.each([
    [{ onceKey: "once" }, ["onceKey: notAChoice"]],
    [{ happenedOn: "2026-02-29" }, ["happenedOn: notADay"]],
    [{ happenedOn: "" }, ["happenedOn: required"]],
    [{ kind: "poem" }, ["kind: notAChoice"]],
    [{ kind: undefined }, ["kind: notChosen"]],
    [{ title: " " }, ["title: required"]],
    [{ title: "あ".repeat(201) }, ["title: tooLong"]],
    [{ title: "改\n行" }, ["title: oneLine"]],
    [{ did: "あ".repeat(10_001) }, ["did: tooLong"]],
    [{ did: "隠れた\u0000文字" }, ["did: controlCharacters"]],
    [{ learned: ["二つ", "送られた"] }, ["learned: wrongType"]],
    [{ tlp: "PINK" }, ["tlp: notAChoice"]],
    [{ supervision: "6" }, ["supervision: notAChoice"]],
    [{ mentorPresentId: "高橋" }, ["mentorPresentId: notAChoice"]],
    [{ periodCovered: "2026-13" }, ["periodCovered: notAMonth"]],
    [{ judged: "-1" }, ["judged: tooSmall"]],
    [{ judged: "たくさん" }, ["judged: notANumber"]],
    [{ right: "100001" }, ["right: tooLarge"]],
    [{ subCase: "<script>" }, ["subCase: notAChoice"]],
    [{ claims: ["g1.s1.monthly-report"] }, ["claims: notAChoice"]],
    [{ parts: [`${ENROLMENT}:g1.s2.triage`] }, ["parts: notAChoice"]],
    [{ evidence: Array.from({ length: 11 }, (_, n) => `SOC-${n}`).join("\n") }, ["evidence: tooMany"]],
  ])("%o", (wish, faults) => {
    expect(faultsOf(wish)).toEqual(faults);
  });
});

test("full-width digits and slashes are taken", () => {
  expect(recordForm.parse(sent({ happenedOn: "2026/11/20", judged: "12", right: "11" }))).toMatchObject({
    happenedOn: "2026-11-20",
    judged: 12,
    right: 11,
  });
});

describe("evidence is a link or a ticket number", () => {
  test.each([
    ["SOC-20418", ["ticket SOC-20418"]],
    ["SOC:20418", ["ticket SOC:20418"]],
    ["https://wiki.example/a?b=c#d", ["link https://wiki.example/a?b=c#d"]],
    ["HTTP://wiki.example/", ["link HTTP://wiki.example/"]],
    [" https://a.example \r\n\r\n SOC-1 \n SOC-1", ["link https://a.example", "ticket SOC-1"]],
    ["", []],
    [undefined, []],
  ])("%j", (typed, evidence) => {
    expect(evidenceOf(typed)).toEqual(evidence);
  });

  test.each([
    ["javascript:alert(1)", "linkNotHttp"],
    ["JavaScript:alert(1)", "linkNotHttp"],
    ["data:text/html,x", "linkNotHttp"],
    ["file:///etc/passwd", "linkNotHttp"],
    ["ftp://files.example/a", "linkNotHttp"],
    ["mailto:a@example.com", "linkNotHttp"],
    ["https://", "linkNotHttp"],
    ["https://user:secret@wiki.example/", "linkWithPassword"],
    ["https://user@wiki.example/", "linkWithPassword"],
    ["あ".repeat(201), "ticketTooLong"],
    [`https://a.example/${"a".repeat(2000)}`, "tooLong"],
  ])("%j is refused: %s", (typed, code) => {
    expect(faultsOf({ evidence: typed })).toEqual([`evidence: ${code}`]);
  });
});

describe("claims with their parts", () => {
  const triage = `${ENROLMENT}:g1.s2.triage`;

  test("each claim once, each part with its claim, parts of unticked claims left out", () => {
    const { claims } = recordForm.parse(
      sent({
        claims: [triage, triage, `${ENROLMENT}:g1.s2.triage-more`],
        parts: [`${triage}:decision`, `${triage}:decision`, `${triage}:triage`, `${ENROLMENT}:g9.other:x`],
      }),
    );
    expect(claims).toEqual([
      { enrolmentId: ENROLMENT, criterionCode: "g1.s2.triage", parts: ["decision", "triage"] },
      { enrolmentId: ENROLMENT, criterionCode: "g1.s2.triage-more", parts: [] },
    ]);
  });

  test("one more claim for a record that is there", () => {
    expect(newClaim.parse({ recordId: ONCE, claim: triage, parts: `${triage}:triage` })).toEqual({
      recordId: ONCE,
      wishes: [{ enrolmentId: ENROLMENT, criterionCode: "g1.s2.triage", parts: ["triage"] }],
    });
  });
});

test("a correction names its record", () => {
  expect(correctionForm.safeParse(sent()).success).toBe(false);
  expect(correctionForm.parse(sent({ recordId: ONCE }))).toMatchObject({ recordId: ONCE });
});

describe("the quick log makes a title of the first sentence", () => {
  test.each([
    ["夜間アラートを1人で切り分け。自動更新と判断した。", "夜間アラートを1人で切り分け"],
    ["一行目\n二行目", "一行目"],
    ["Triaged a proxy alert. It was an update.", "Triaged a proxy alert."],
    ["あ".repeat(61), `${"あ".repeat(59)}…`],
    ["𠮷".repeat(60), "𠮷".repeat(60)],
    ["短い", "短い"],
  ])("%s", (text, title) => {
    expect(titleFrom(text)).toBe(title);
  });

  test("and keeps the whole text where the title is not all of it", () => {
    const form = { onceKey: ONCE, claims: `${ENROLMENT}:g3.s2.solo-duty`, supervision: "4" };
    expect(quickLog.parse({ ...form, text: "短い。" })).toMatchObject({ title: "短い", did: null, supervision: 4 });
    const long = "切り分け。自動更新と判断した。";
    const facts = { incidentRef: "INC-12", mentorPresentId: ENROLMENT };
    expect(quickLog.parse({ ...form, ...facts, text: long })).toMatchObject(facts);
    expect(quickLog.parse({ ...form, text: long })).toMatchObject({ title: "切り分け", did: long, kind: null });
  });
});

describe("drafts", () => {
  test("keep what a form holds", () => {
    const values = JSON.stringify({ title: ["夜間"], "claims[]": [] });
    expect(draft.parse({ formKey: "record", values })).toEqual({
      formKey: "record",
      values: { title: ["夜間"], "claims[]": [] },
    });
  });

  test.each([
    [{ formKey: "reviews", values: "{}" }],
    [{ formKey: "record:1", values: "{}" }],
    [{ formKey: "record", values: "not json" }],
    [{ formKey: "record", values: '{"title":"no list"}' }],
    [{ formKey: "record", values: `{"title":["${"あ".repeat(60_000)}"]}` }],
  ])("refuse %o", (form) => {
    expect(draft.safeParse(form).success).toBe(false);
  });

  test("what is stored is looked at again", () => {
    expect(draftValues({ title: ["夜間"] })).toEqual({ title: ["夜間"] });
    expect(draftValues(["夜間"])).toBeNull();
    expect(draftValues(null)).toBeNull();
  });
});
