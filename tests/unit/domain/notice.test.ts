import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Around, type Happened, NOTICED_ACTIONS, neededAround, noticesOf, settledBy } from "@/lib/domain/notice";
import { NOTICE_KINDS, NOTICE_TOPICS, type NoticeKind, TOPIC_OF } from "@/lib/domain/notice-kind";
import { placeOf } from "@/lib/domain/notice-place";

const at = new Date("2026-11-20T01:00:00Z");
const happened = (action: string, body: Happened["body"] = {}): Happened => ({
  seq: 41,
  at,
  action,
  actorId: "actor",
  subjectId: "misaki",
  body,
});
const around = (change: Partial<Around> = {}): Around => ({
  enrolmentId: "e1",
  roleGroupCode: "forensics",
  criterionCode: null,
  mentorIds: ["kenichi", "yuko"],
  managerIds: ["makoto"],
  reviewerIds: ["nao"],
  countersignerIds: ["taro"],
  ...change,
});
const told = (event: Happened, who = around()) =>
  noticesOf(event, who).map(({ kind, personId }) => `${kind} ${personId}`);
const asked = happened("SignOffRequested", { requestId: "r1", enrolmentId: "e1", step: 2 });

describe("a request waits", () => {
  test("for the mentors of the role group there", () => {
    expect(told(asked)).toEqual(["signOffRequested kenichi", "signOffRequested yuko"]);
    expect(told(happened("JudgementRequested", { requestId: "j1" }))).toEqual([
      "judgementRequested kenichi",
      "judgementRequested yuko",
    ]);
    expect(told(happened("RemarkAnswered", { remarkId: "k1" }))).toEqual(["answerGiven kenichi", "answerGiven yuko"]);
  });

  test("where nobody mentors, for managers and appointed reviewers; and the managers learn that the pool is empty", () => {
    expect(told(asked, around({ mentorIds: [] }))).toEqual([
      "signOffRequested makoto",
      "signOffRequested nao",
      "poolEmpty makoto",
    ]);
  });

  test("of basic education also for the managers; its pool is not called empty", () => {
    const basic = around({ roleGroupCode: null });
    expect(told(asked, basic)).toEqual(["kenichi", "yuko", "makoto"].map((name) => `signOffRequested ${name}`));
    expect(told(asked, { ...basic, mentorIds: [] })).toEqual(
      ["makoto", "nao"].map((name) => `signOffRequested ${name}`),
    );
  });

  test("for a countersignature: managers and who was appointed, never who signed first", () => {
    const signed = { ...happened("StepSignedByMentor", { requestId: "r1" }), actorId: "makoto" };
    expect(told(signed)).toEqual(["countersignWaiting taro"]);
    expect(told({ ...signed, actorId: "kenichi" })).toEqual(["countersignWaiting makoto", "countersignWaiting taro"]);
  });
});

describe("what was decided goes to the trainee", () => {
  test.each([
    ["StepSignedOff", "stepSignedOff"],
    ["SignOffSentBack", "requestSentBack"],
    ["ClaimsSentBack", "recordSentBack"],
    ["ClaimsVerified", "recordVerified"],
    ["VerificationWithdrawn", "verificationWithdrawn"],
    ["CriterionAttested", "criterionJudged"],
    ["AnswerAccepted", "answerAccepted"],
    ["AnswerRejected", "answerRejected"],
    ["StepsRecognised", "stepsRecognised"],
    ["PersonEnrolled", "enrolled"],
    ["EnrolmentEnded", "enrolmentEnded"],
    ["MentorAppointed", "mentorAppointed"],
    ["SignerAppointed", "signerAppointed"],
  ])("%s", (action, kind) => expect(told(happened(action))).toEqual([`${kind} misaki`]));
});

describe("who takes a capacity", () => {
  test("learns it, and so do the managers there (product.md, 17)", () => {
    expect(told(happened("CapacityGranted", { capacity: "admin", teamId: null }))).toEqual([
      "capacityTaken misaki",
      "capacityTaken makoto",
    ]);
  });
  test("by themselves: the managers learn it all the more", () => {
    expect(told({ ...happened("CapacityGranted"), actorId: "misaki" })).toEqual(["capacityTaken makoto"]);
  });
});

describe("an event that many took part in", () => {
  const logged = happened("EventLogged", { eventId: "v1", personIds: ["misaki", "ren", "actor"] });
  test("is told to each who has a record to confirm, but not to who logged it", () => {
    expect(told(logged)).toEqual(["recordToConfirm misaki", "recordToConfirm ren"]);
  });
  test("cancelled or corrected, it asks nobody any more", () => {
    const [waiting] = noticesOf(logged, around());
    expect(settledBy(happened("EventCancelled", { eventId: "v1" }))?.about).toBe(waiting?.about);
    const corrected = happened("EventCorrected", { eventId: "v2", correctsId: "v1", personIds: ["ren"] });
    expect(settledBy(corrected)?.about).toBe(waiting?.about);
    expect(noticesOf(corrected, around())).toMatchObject([{ personId: "ren", about: "event v2" }]);
  });
});

test("a target date that somebody else sets is told to the trainee", () => {
  expect(told(happened("TargetDateSet", { enrolmentId: "e1", step: 2 }))).toEqual(["targetSet misaki"]);
  expect(told({ ...happened("TargetDateSet"), actorId: "misaki" })).toEqual([]);
});

test("what is handed over is told to whom, what a manager ends to who held it; a revocation to the trainee", () => {
  expect(told(happened("HoldHandedOver", { toId: "yuko" }))).toEqual(["handedOver yuko"]);
  expect(told(happened("HoldEnded", { holderId: "kenichi" }))).toEqual(["holdEnded kenichi"]);
  expect(told(happened("StepRevoked"))).toEqual(["stepRevoked misaki"]);
  expect(told(happened("StepReinstated"))).toEqual(["stepReinstated misaki"]);
});

describe("a second opinion", () => {
  const body = { opinionId: "o1", enrolmentId: "e1", criterionCode: "c1", askedById: "kenichi", askedOfId: "yuko" };
  test("is asked of whom it is asked, until it is given or declined", () => {
    const [asked] = noticesOf(happened("OpinionAsked", body), around());
    expect(asked).toMatchObject({ kind: "opinionAsked", personId: "yuko", about: "opinion o1" });
    for (const action of ["OpinionGiven", "OpinionDeclined"])
      expect(settledBy(happened(action, body))?.about).toBe(asked?.about);
  });
  test("given or declined is told to who asked; where it differs, that it does", () => {
    expect(told(happened("OpinionGiven", { ...body, differs: false }))).toEqual(["opinionGiven kenichi"]);
    expect(told(happened("OpinionGiven", { ...body, differs: true }))).toEqual(["opinionDiffers kenichi"]);
    expect(told(happened("OpinionDeclined", body))).toEqual(["opinionDeclined kenichi"]);
  });
  test("judged after it and differently is told to who gave it", () => {
    const judged = happened("CriterionAttested", { enrolmentId: "e1", criterionCode: "c1", differsFrom: ["yuko"] });
    expect(told(judged)).toEqual(["criterionJudged misaki", "opinionDiffers yuko"]);
  });
  test("an event from before it was told tells nobody", () => {
    expect(told(happened("OpinionGiven", { opinionId: "o1" }))).toEqual([]);
  });
});

test("a notice carries the event's number, what waits, and what its words need", () => {
  const [first] = noticesOf(asked, around());
  expect(first).toEqual({
    personId: "kenichi",
    kind: "signOffRequested",
    key: "41",
    about: "request r1",
    enrolmentId: "e1",
    subjectId: "misaki",
    actorId: "actor",
    values: { requestId: "r1", enrolmentId: "e1", step: 2, roleGroupCode: "forensics" },
    at,
  });
  const [answered] = noticesOf(happened("RemarkAnswered", { remarkId: "k1" }), around({ criterionCode: "g5.s1.c1" }));
  expect(answered).toMatchObject({ about: "answer k1", values: { criterionCode: "g5.s1.c1", enrolmentId: "e1" } });
});

describe("around whom the facts lie", () => {
  test.each([
    [asked, { of: "enrolment", enrolmentId: "e1" }],
    [happened("RemarkAnswered", { remarkId: "k1" }), { of: "remark", remarkId: "k1" }],
    [happened("CapacityGranted", { teamId: "soc" }), { of: "team", teamId: "soc" }],
    [happened("CapacityGranted", { teamId: null }), { of: "team", teamId: null }],
    [happened("ClaimsVerified", { recordId: "x" }), { of: "nobody" }],
    [happened("RemarkAnswered"), { of: "nobody" }],
  ] as const)("of %o: %o", (event, needed) => expect(neededAround(event)).toEqual(needed));
});

describe("what is over", () => {
  test.each([
    ["StepSignedOff", { requestId: "r1" }, { about: "request r1", enrolmentId: null, criterionCode: null }],
    ["SignOffSentBack", { requestId: "r1" }, { about: "request r1", enrolmentId: null, criterionCode: null }],
    ["SignOffRequestWithdrawn", { requestId: "r1" }, { about: "request r1", enrolmentId: null, criterionCode: null }],
    ["JudgementRequestWithdrawn", { requestId: "j1" }, { about: "request j1", enrolmentId: null, criterionCode: null }],
    ["AnswerRejected", { remarkId: "k1" }, { about: "answer k1", enrolmentId: null, criterionCode: null }],
    ["EnrolmentEnded", { enrolmentId: "e1" }, { about: null, enrolmentId: "e1", criterionCode: null }],
    [
      "CriterionAttested",
      { enrolmentId: "e1", criterionCode: "c", requestClosed: true },
      { about: null, enrolmentId: "e1", criterionCode: "c" },
    ],
  ])("%s settles its notices", (action, body, settled) => expect(settledBy(happened(action, body))).toEqual(settled));

  test.each([
    ["SignOffRequested", {}],
    ["CriterionAttested", { enrolmentId: "e1", criterionCode: "c", requestClosed: false }],
    ["RecordLogged", {}],
  ])("%s settles nothing", (action, body) => expect(settledBy(happened(action, body))).toBeNull());

  test("what ends a wait and what begins one carry the same word", () => {
    const [waiting] = noticesOf(asked, around());
    expect(settledBy(happened("StepSignedOff", { requestId: "r1" }))?.about).toBe(waiting?.about);
    const [answered] = noticesOf(happened("RemarkAnswered", { remarkId: "k1" }), around());
    expect(settledBy(happened("AnswerAccepted", { remarkId: "k1" }))?.about).toBe(answered?.about);
  });
});

describe("always", () => {
  const anEvent = fc.record({
    seq: fc.nat(),
    at: fc.constant(at),
    action: fc.constantFrom(...NOTICED_ACTIONS, "RecordLogged", "SignedIn"),
    actorId: fc.constantFrom("a", "b", "c", "d"),
    subjectId: fc.constantFrom("a", "b", "c", "d"),
    body: fc.constant({ requestId: "r", enrolmentId: "e" }),
  });
  const people = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 6 });
  const anAround = fc.record({
    enrolmentId: fc.constant("e"),
    roleGroupCode: fc.constantFrom(null, "forensics" as const),
    criterionCode: fc.constant(null),
    mentorIds: people,
    managerIds: people,
    reviewerIds: people,
    countersignerIds: people,
  });

  test("nobody is told what they did themselves, nobody the same twice", () => {
    fc.assert(
      fc.property(anEvent, anAround, (event, who) => {
        const notices = noticesOf(event, who);
        const once = new Set(notices.map(({ key, personId, kind }) => `${key} ${personId} ${kind}`));
        return notices.every(({ personId }) => personId !== event.actorId) && once.size === notices.length;
      }),
    );
  });

  test("the same event with the same facts makes the same notices", () => {
    fc.assert(
      fc.property(anEvent, anAround, (event, who) => {
        expect(noticesOf(event, who)).toEqual(noticesOf(event, who));
      }),
    );
  });

  test("nobody is told who is neither concerned nor around", () => {
    fc.assert(
      fc.property(anEvent, anAround, (event, who) => {
        const known = new Set<string>([
          event.subjectId,
          ...who.mentorIds,
          ...who.managerIds,
          ...who.reviewerIds,
          ...who.countersignerIds,
        ]);
        return noticesOf(event, who).every(({ personId }) => known.has(personId));
      }),
    );
  });

  test("what waits carries the word that its end will carry; what is decided carries none", () => {
    const waits: readonly NoticeKind[] = [
      "signOffRequested",
      "judgementRequested",
      "answerGiven",
      "countersignWaiting",
    ];
    fc.assert(
      fc.property(anEvent, anAround, (event, who) =>
        noticesOf(event, who).every(({ kind, about }) => !waits.includes(kind) || about !== null),
      ),
    );
    for (const action of ["StepSignedOff", "ClaimsVerified", "PersonEnrolled"])
      expect(noticesOf(happened(action), around()).every(({ about }) => about === null)).toBe(true);
  });
});

test("an event of no interest makes none", () => {
  expect(noticesOf(happened("RecordLogged"), around())).toEqual([]);
  expect(NOTICED_ACTIONS).not.toContain("RecordLogged");
});

describe("every kind", () => {
  test("belongs to a topic, and every topic has one", () => {
    expect(new Set(Object.values(TOPIC_OF))).toEqual(new Set(NOTICE_TOPICS));
    expect(Object.keys(TOPIC_OF).sort()).toEqual([...NOTICE_KINDS].sort());
  });

  const held = { subject: "record", subjectId: "x1" };
  const values = { enrolmentId: "e1", step: 2, criterionCode: "c1", recordId: "x1", remarkId: "k1", opinionId: "o1" };
  test.each<[NoticeKind, string | null]>([
    ["signOffRequested", "/trainees/misaki/e1/2"],
    ["countersignWaiting", "/trainees/misaki/e1/2"],
    ["judgementRequested", "/reviews/judgements/e1/c1"],
    ["answerGiven", "/reviews/answers/k1"],
    ["requestSentBack", "/my-training/e1/2"],
    ["stepSignedOff", "/my-training/e1/2"],
    ["recordSentBack", "/my-training/records/x1"],
    ["recordVerified", "/my-training/records/x1"],
    ["verificationWithdrawn", "/my-training/records/x1"],
    ["answerRejected", "/my-training"],
    ["answerAccepted", "/my-training"],
    ["criterionJudged", "/my-training"],
    ["stepsRecognised", "/my-training"],
    ["enrolled", "/my-training"],
    ["enrolmentEnded", null],
    ["mentorAppointed", "/reviews"],
    ["signerAppointed", "/reviews"],
    ["poolEmpty", "/appointments"],
    ["capacityTaken", null],
    ["opinionAsked", "/reviews/opinions/o1"],
    ["opinionGiven", "/reviews/opinions/o1"],
    ["opinionDeclined", "/reviews/opinions/o1"],
    ["opinionDiffers", "/reviews/judgements/e1/c1"],
    ["handedOver", "/reviews"],
    ["holdLapsed", "/reviews"],
    ["targetSet", "/my-training/e1/2"],
    ["targetAtRisk", "/my-training/e1/2"],
    ["traineeTargetAtRisk", "/trainees/misaki/e1/2"],
  ])("%s leads to %s", (kind, place) => expect(placeOf({ kind, subjectId: "misaki", values })).toBe(place));

  test.each(["handedOver", "holdLapsed"] as const)("%s of a record leads to the record", (kind) => {
    expect(placeOf({ kind, subjectId: "misaki", values: held })).toBe("/reviews/x1");
    expect(placeOf({ kind, subjectId: "misaki", values: { ...held, subject: "signOff" } })).toBe("/reviews");
  });
});
