import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentOf, disagreements, retell, tellClaim, tellConfirmed, tellRecognition } from "@/lib/domain/chronicle";
import type { ToldEvent } from "@/lib/domain/told";
import { aDraft } from "@/tests/support/drafts";

const told = (action: string, body: ToldEvent["body"], actorId = "misaki"): ToldEvent => ({
  ...{ action, actorId, subjectId: "misaki", body },
});
const standing = (...events: ToldEvent[]) => Object.fromEntries(retell(events));

const CLAIM = tellClaim({ claimId: "c1", enrolmentId: "e1", criterionCode: "g1.s1.report" });
const LOGGED = told("RecordLogged", { recordId: "r1", content: "d1", claims: [CLAIM] });
const AS_CLAIMED = { supervision: 3, mentorPresent: false, parts: ["review", "diagram"], judged: 5, right: 4 } as const;
const VERIFIED = told(
  "ClaimsVerified",
  { recordId: "r1", claimIds: ["c1"], confirmed: [tellConfirmed(AS_CLAIMED)] },
  "kenichi",
);
const SIGNED = { enrolmentId: "e1", step: 3, requestId: "q1", signOffId: "s1", mentorId: "kenichi", frozen: 19 };

const STORIES: [string, ToldEvent[], Record<string, string>][] = [
  [
    "Misaki is enrolled, and basic education with it",
    [told("PersonEnrolled", { enrolmentIds: ["e0", "e1"] }, "makoto")],
    { "enrolment e0": "open", "enrolment e1": "open" },
  ],
  [
    "the enrolment ends with a request that waited",
    [
      told("PersonEnrolled", { enrolmentIds: ["e1"] }),
      told("SignOffRequested", { requestId: "q1", enrolmentId: "e1", step: 1, attempt: 0 }),
      told("EnrolmentEnded", { enrolmentId: "e1", endedOn: "2026-11-20", withdrawnRequests: ["q1"] }, "makoto"),
    ],
    { "enrolment e1": "ended 2026-11-20", "request q1": "withdrawn" },
  ],
  ["a record waits with its claim", [LOGGED], { "record r1": "d1 stands", "claim c1": "e1 g1.s1.report waiting" }],
  [
    "Kenichi confirms it, with numbers and parts in their order",
    [LOGGED, VERIFIED],
    { "record r1": "d1 stands", "claim c1": "e1 g1.s1.report verified kenichi 3 alone 5 4 diagram review" },
  ],
  [
    "he takes that back",
    [LOGGED, VERIFIED, told("VerificationWithdrawn", { claimIds: ["c1"] }, "kenichi")],
    { "record r1": "d1 stands", "claim c1": "e1 g1.s1.report waiting" },
  ],
  [
    "a send-back leaves the claim where it was",
    [LOGGED, told("ClaimsSentBack", { claimIds: ["c1"] }, "kenichi")],
    { "record r1": "d1 stands", "claim c1": "e1 g1.s1.report waiting", "remarks e1 g1.s1.report": "1" },
  ],
  [
    "a correction takes the claim along",
    [
      LOGGED,
      told("RecordCorrected", {
        recordId: "r2",
        correctsId: "r1",
        content: "d2",
        moved: ["c1"],
        claims: [tellClaim({ claimId: "c2", enrolmentId: "e1", criterionCode: "g1.s1.report" })],
      }),
    ],
    {
      "record r1": "d1 corrected",
      "claim c1": "e1 g1.s1.report withdrawn",
      "record r2": "d2 stands",
      "claim c2": "e1 g1.s1.report waiting",
    },
  ],
  [
    "the record is taken back",
    [LOGGED, told("RecordWithdrawn", { recordId: "r1", claimIds: ["c1"] })],
    { "record r1": "d1 withdrawn", "claim c1": "e1 g1.s1.report withdrawn" },
  ],
  [
    "a claim is added, then taken back",
    [told("ClaimAdded", { recordId: "r1", claim: CLAIM }), told("ClaimWithdrawn", { claimId: "c1" })],
    { "claim c1": "e1 g1.s1.report withdrawn" },
  ],
  [
    "a topic is ticked; another one is unticked again",
    [
      told("TaskMarkedDone", { enrolmentId: "e0", taskCode: "3#1", doneOn: "2026-11-01" }),
      told("TaskMarkedDone", { enrolmentId: "e0", taskCode: "3#2", doneOn: "2026-11-02" }),
      told("TaskUnmarked", { enrolmentId: "e0", taskCode: "3#2" }),
    ],
    { "task e0 3#1": "2026-11-01" },
  ],
  [
    "a checkpoint is judged twice: the later one stands",
    [
      told(
        "CriterionAttested",
        { enrolmentId: "e1", criterionCode: "g1", judgements: ["a notYet", "b met", "c met 3"] },
        "yuko",
      ),
      told("CriterionAttested", { enrolmentId: "e1", criterionCode: "g1", judgements: ["a met 4"] }, "kenichi"),
    ],
    { "judgement e1 g1 a": "met kenichi 4", "judgement e1 g1 b": "met yuko -", "judgement e1 g1 c": "met yuko 3" },
  ],
  [
    "a target date is set, moved and taken away",
    [
      told("TargetDateSet", { enrolmentId: "e1", step: 1, targetOn: "2027-03-31" }),
      told("TargetDateSet", { enrolmentId: "e1", step: 2, targetOn: "2027-06-30" }, "kenichi"),
      told("TargetDateSet", { enrolmentId: "e1", step: 1, targetOn: null }, "yuko"),
    ],
    { "target e1 1": "- yuko", "target e1 2": "2027-06-30 kenichi" },
  ],
  [
    "a request is sent back",
    [told("SignOffRequested", { requestId: "q1" }), told("SignOffSentBack", { requestId: "q1" }, "kenichi")],
    { "request q1": "sentBack" },
  ],
  [
    "a request is taken back",
    [told("SignOffRequested", { requestId: "q1" }), told("SignOffRequestWithdrawn", { requestId: "q1" })],
    { "request q1": "withdrawn" },
  ],
  [
    "one signature waits for the second",
    [told("SignOffRequested", { requestId: "q1" }), told("StepSignedByMentor", { requestId: "q1" }, "kenichi")],
    { "request q1": "signed kenichi" },
  ],
  [
    "the second completes it",
    [told("StepSignedOff", { ...SIGNED, countersignerId: "makoto", rested: "d9" }, "makoto")],
    { "request q1": "signedOff", "signOff s1": "e1 3 kenichi makoto 19 d9 stands" },
  ],
  [
    "without a countersignature",
    [told("StepSignedOff", { ...SIGNED, step: 1, countersignerId: null, rested: "d9" }, "kenichi")],
    { "request q1": "signedOff", "signOff s1": "e1 1 kenichi - 19 d9 stands" },
  ],
  [
    "two STEPs are recognised in one act",
    [
      told(
        "StepsRecognised",
        {
          recognised: [
            tellRecognition({ recognitionId: "k0", enrolmentId: "e0", step: 0 }),
            tellRecognition({ recognitionId: "k1", enrolmentId: "e1", step: 1 }),
          ],
        },
        "makoto",
      ),
    ],
    { "recognition k0": "e0 0 makoto stands", "recognition k1": "e1 1 makoto stands" },
  ],
  ["a sign-in tells nothing of training", [told("SignedIn", {})], {}],
];

describe("what the events tell", () => {
  test.each(STORIES)("%s", (_, events, expected) => {
    expect(standing(...events)).toEqual(expected);
  });

  const event = fc.constantFrom(
    LOGGED,
    VERIFIED,
    told("ClaimWithdrawn", { claimId: "c1" }),
    told("VerificationWithdrawn", { claimIds: ["c1"] }),
    told("SignOffRequested", { requestId: "q1" }),
    told("SignOffSentBack", { requestId: "q1" }),
    told("PersonEnrolled", { enrolmentIds: ["e1"] }),
  );

  test("told in two parts it is the same story", () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (first, second) => {
        expect(retell(second, retell(first))).toEqual(retell([...first, ...second]));
      }),
    );
  });

  test("what somebody else did in between changes nothing of it", () => {
    fc.assert(
      fc.property(fc.array(event), fc.nat(), (events, at) => {
        const among = [...events];
        among.splice(at % (events.length + 1), 0, told("SignedIn", {}, "shin"));
        expect(retell(among)).toEqual(retell(events));
      }),
    );
  });
});

describe("where events and tables disagree", () => {
  const held = new Map([
    ["claim c1", "e1 g1 waiting"],
    ["signOff s1", "e1 3 kenichi - 19 d9 stands"],
  ]);

  test("the same on both sides is no disagreement", () => {
    expect(disagreements(new Map(held), held)).toEqual([]);
  });

  test("changed, without an event, without a row", () => {
    const events = new Map([
      ["claim c1", "e1 g1 verified kenichi 3 alone - -"],
      ["record r1", "d1 stands"],
    ]);
    expect(disagreements(events, held)).toEqual([
      { key: "claim c1", told: "e1 g1 verified kenichi 3 alone - -", held: "e1 g1 waiting" },
      { key: "record r1", told: "d1 stands", held: null },
      { key: "signOff s1", told: null, held: "e1 3 kenichi - 19 d9 stands" },
    ]);
  });
});

test("what a record says does not depend on its claims; a text left out is an empty one", () => {
  const draft = aDraft({ did: null, learned: null });
  const claims = [{ enrolmentId: "e1", criterionCode: "g1", parts: [] }];
  expect(contentOf({ ...draft, claims })).toEqual(contentOf(draft));
  expect(contentOf(draft)).toMatchObject({ did: "", learned: "" });
  expect(contentOf(draft)).not.toHaveProperty("claims");
});
