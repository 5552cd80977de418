import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retell, tellClaim } from "@/lib/domain/chronicle";
import type { ToldEvent } from "@/lib/domain/told";
import { remarkStanding, tellRemark } from "@/lib/domain/told-remarks";

const told = (action: string, body: ToldEvent["body"], actorId = "kenichi"): ToldEvent => ({
  ...{ action, actorId, subjectId: "misaki", body },
});
/** Only of remarks: the claims and requests around them have tests of their own. */
const remarksIn = (...events: ToldEvent[]) =>
  Object.fromEntries([...retell(events)].filter(([key]) => key.startsWith("remark")));

const CLAIM = tellClaim({ claimId: "c1", enrolmentId: "e1", criterionCode: "g1.report" });
const LOGGED = told("RecordLogged", { recordId: "r1", content: "d1", claims: [CLAIM] }, "misaki");
const BACK = told("ClaimsSentBack", {
  claimIds: ["c1"],
  remarks: [tellRemark({ remarkId: "k1", content: "t1" })],
  settled: [],
});
const AGAIN = told("ClaimsSentBack", { claimIds: ["c1"], remarks: ["k2 t2"], settled: ["k1"] }, "yuko");
const ANSWERED = told("RemarkAnswered", { remarkId: "k1", content: "a1" }, "misaki");
const ABOUT = "e1 g1.report";

const STORIES: [string, ToldEvent[], Record<string, string>][] = [
  [
    "a claim is sent back with a reason",
    [LOGGED, BACK],
    { [`remarks ${ABOUT}`]: "1", "remark k1": `${ABOUT} kenichi t1 - -` },
  ],
  [
    "Misaki answers, and it goes back once more: that settles the first",
    [LOGGED, BACK, ANSWERED, AGAIN],
    {
      [`remarks ${ABOUT}`]: "2",
      "remark k1": `${ABOUT} kenichi t1 a1 yuko`,
      "remark k2": `${ABOUT} yuko t2 - -`,
    },
  ],
  [
    "the verification settles it",
    [LOGGED, BACK, told("ClaimsVerified", { claimIds: ["c1"], confirmed: ["4 alone - -"], settled: ["k1"] }, "yuko")],
    { [`remarks ${ABOUT}`]: "1", "remark k1": `${ABOUT} kenichi t1 - yuko` },
  ],
  [
    "a request goes back for two criteria",
    [
      told("SignOffSentBack", {
        requestId: "q1",
        enrolmentId: "e1",
        codes: ["g1.a", "g1.b"],
        remarks: ["k1 t1", "k2 t2"],
      }),
    ],
    {
      ...{ "remarks e1 g1.a": "1", "remarks e1 g1.b": "1" },
      ...{ "remark k1": "e1 g1.a kenichi t1 - -", "remark k2": "e1 g1.b kenichi t2 - -" },
    },
  ],
  [
    "the answer is accepted",
    [LOGGED, BACK, ANSWERED, told("AnswerAccepted", { remarkId: "k1", enrolmentId: "e1", criterionCode: "g1.report" })],
    { [`remarks ${ABOUT}`]: "1", "remark k1": `${ABOUT} kenichi t1 a1 kenichi` },
  ],
  [
    "the answer is rejected with another reason",
    [
      LOGGED,
      BACK,
      ANSWERED,
      told("AnswerRejected", { remarkId: "k1", enrolmentId: "e1", criterionCode: "g1.report", remarks: ["k2 t2"] }),
    ],
    {
      [`remarks ${ABOUT}`]: "2",
      "remark k1": `${ABOUT} kenichi t1 a1 kenichi`,
      "remark k2": `${ABOUT} kenichi t2 - -`,
    },
  ],
  [
    "a judgement settles what was answered",
    [
      LOGGED,
      BACK,
      ANSWERED,
      told("CriterionAttested", { enrolmentId: "e1", criterionCode: "g1.report", judgements: [], settled: ["k1"] }),
    ],
    { [`remarks ${ABOUT}`]: "1", "remark k1": `${ABOUT} kenichi t1 a1 kenichi` },
  ],
  [
    "of an earlier version remarks are only counted, and answers to them tell nothing",
    [
      LOGGED,
      told("ClaimsSentBack", { claimIds: ["c1"] }),
      told("RemarkAnswered", { remarkId: "k0" }, "misaki"),
      told("AnswerRejected", { remarkId: "k0", enrolmentId: "e1", criterionCode: "g1.report" }),
    ],
    { [`remarks ${ABOUT}`]: "2" },
  ],
];

describe("what the events tell of what was sent back", () => {
  test.each(STORIES)("%s", (_, events, expected) => {
    expect(remarksIn(...events)).toEqual(expected);
  });

  test("each is counted, whatever happens to it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(BACK, AGAIN, ANSWERED)), (events) => {
        const sent = events.filter(({ action }) => action === "ClaimsSentBack").length;
        expect(remarksIn(LOGGED, ...events)[`remarks ${ABOUT}`]).toBe(sent === 0 ? undefined : String(sent));
      }),
    );
  });
});

test("a standing has as many words whether it was answered and settled or not", () => {
  const open = { remarkId: "k1", about: ABOUT, byId: "kenichi", content: "t1", answer: null, settledById: null };
  expect(remarkStanding(open).split(" ")).toHaveLength(
    remarkStanding({ ...open, answer: "a1", settledById: "yuko" }).split(" ").length,
  );
});
