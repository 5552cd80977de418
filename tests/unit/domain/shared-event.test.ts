import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  annotateEvent,
  cancelEvent,
  canName,
  correctEvent,
  type EventContext,
  type EventDraft,
  type EventPart,
  type EventRefusal,
  type LoggedEvent,
  logEvent,
  type Nameable,
} from "@/lib/domain/shared-event";
import { basicEducation, kenichi, makoto, misaki, monitoring, shin } from "@/tests/support/reviewing";

const TODAY = "2026-11-20";
const refused = (code: EventRefusal["code"]) => ({ ok: false, refusal: { code } });
const done = { ok: true, value: null };

const misakiNamed: Nameable = {
  personId: misaki.id,
  enrolments: [basicEducation, monitoring],
  today: TODAY,
  mentorIds: [kenichi.id],
};
const ren: Nameable = {
  personId: "ren",
  enrolments: [{ ...monitoring, enrolmentId: "ren-monitoring", traineeId: "ren" }],
  today: TODAY,
  mentorIds: [kenichi.id],
};
const part = (personId: string, wish: Partial<EventPart> = {}): EventPart => ({
  personId,
  did: "ログを集めた",
  supervision: 2,
  mentorPresentId: null,
  ...wish,
});
const event = (wish: Partial<EventDraft> = {}): EventDraft => ({
  kind: "incident",
  happenedOn: "2026-11-18",
  title: "メールサーバーの不正利用",
  what: "外部から通報を受け、全員で対応した。",
  tlp: "AMBER",
  incidentRef: "INC-204",
  periodCovered: null,
  subCases: [],
  evidence: [],
  parts: [part(misaki.id), part("ren")],
  ...wish,
});
const context = (wish: Partial<EventContext> = {}): EventContext => ({
  people: [misakiNamed, ren],
  ownTeamIds: [],
  subCases: ["case-1.respond"],
  ...wish,
});

describe("who may be named as taking part", () => {
  test("oneself, by any way of seeing their training, and colleagues of the same team", () => {
    expect(canName(misaki, misakiNamed, [])).toBe(true);
    expect(canName(kenichi, misakiNamed, [])).toBe(true);
    expect(canName(makoto, misakiNamed, [])).toBe(true);
    expect(canName(misaki, ren, [monitoring.team.teamId])).toBe(true);
  });
  test("nobody else", () => {
    expect(canName(misaki, ren, [])).toBe(false);
    expect(canName(misaki, ren, ["another team"])).toBe(false);
    expect(canName(shin, misakiNamed, [])).toBe(false);
  });
  test("nobody without an enrolment: there is no record to propose", () => {
    expect(canName(makoto, { ...misakiNamed, enrolments: [] }, [])).toBe(false);
    expect(canName(misaki, { ...misakiNamed, enrolments: [] }, [])).toBe(false);
  });
});

describe("an event is logged", () => {
  test("by a mentor of those who took part", () => expect(logEvent(event(), context(), kenichi)).toEqual(done));
  test("by one of them, for colleagues", () => {
    const own = context({ ownTeamIds: [monitoring.team.teamId] });
    expect(logEvent(event(), own, misaki)).toEqual(done);
  });
  test("with its scenes, the month of a meeting, and a mentor who was there", () => {
    const draft = event({
      kind: "meeting",
      periodCovered: "2026-11",
      subCases: ["case-1.respond"],
      parts: [part(misaki.id, { mentorPresentId: kenichi.id })],
    });
    expect(logEvent(draft, context(), kenichi)).toEqual(done);
  });
  test("under TLP:RED as a reference, with the mentor named for each", () => {
    const parts = [part(misaki.id, { did: null, mentorPresentId: kenichi.id })];
    expect(logEvent(event({ tlp: "RED", what: null, parts }), context(), kenichi)).toEqual(done);
  });
});

describe("and refused by name", () => {
  const cases: readonly [string, EventDraft, Partial<EventContext>, EventRefusal["code"]][] = [
    ["where nobody took part", event({ parts: [] }), {}, "NobodyTookPart"],
    ["where somebody is not there", event(), { people: [misakiNamed] }, "NotFound"],
    [
      "with a mentor of somebody else",
      event({ parts: [part("ren", { mentorPresentId: "yuko" })] }),
      {},
      "MentorUnknown",
    ],
    ["before it happened", event({ happenedOn: "2026-11-21" }), {}, "HappenedInFuture"],
    [
      "before it happened where the day begins later",
      event({ happenedOn: TODAY }),
      { people: [misakiNamed, { ...ren, today: "2026-11-19" }] },
      "HappenedInFuture",
    ],
    ["for a month that is still to come", event({ periodCovered: "2026-12" }), {}, "MonthInFuture"],
    ["under TLP:RED with a text", event({ tlp: "RED" }), {}, "RedHoldsReferenceOnly"],
    [
      "under TLP:RED with what somebody did",
      event({ tlp: "RED", what: null, parts: [part("ren", { mentorPresentId: kenichi.id })] }),
      {},
      "RedHoldsReferenceOnly",
    ],
    [
      "under TLP:RED without a mentor",
      event({ tlp: "RED", what: null, parts: [part("ren", { did: null })] }),
      {},
      "RedNeedsMentor",
    ],
  ];
  test.each(cases)("%s", (_name, draft, wish, code) => {
    expect(logEvent(draft, context(wish), kenichi)).toEqual(refused(code));
  });
  test("with a scene that is none", () => {
    expect(logEvent(event({ subCases: ["case-9.dream"] }), context(), kenichi)).toEqual({
      ok: false,
      refusal: { code: "ChoiceUnknown", field: "subCase" },
    });
  });
  test("by who sees the training of only one of them", () => {
    const stranger: Nameable = {
      ...ren,
      enrolments: ren.enrolments.map((e) => ({ ...e, team: { teamId: "x", ancestorIds: ["x"] } })),
    };
    expect(logEvent(event(), context({ people: [misakiNamed, stranger] }), kenichi)).toEqual(refused("NotFound"));
  });
  test("whoever logs it names nobody they may not name", () => {
    fc.assert(
      fc.property(fc.subarray([misaki, kenichi, makoto, shin]), fc.subarray([misakiNamed, ren]), (actors, people) => {
        const draft = event({ parts: people.map(({ personId }) => part(personId)) });
        for (const actor of actors) {
          const may = people.length > 0 && people.every((person) => canName(actor, person, []));
          expect(logEvent(draft, context(), actor).ok).toBe(may);
        }
      }),
    );
  });
});

const logged = (wish: Partial<LoggedEvent> = {}): LoggedEvent => ({
  loggedById: kenichi.id,
  tlp: "AMBER",
  end: null,
  confirmed: 0,
  ...wish,
});
const cancelled = { byId: kenichi.id, kind: "cancelled" } as const;
const corrected = { byId: kenichi.id, kind: "corrected" } as const;

describe("an event that nobody has confirmed", () => {
  test("is corrected and cancelled by who logged it", () => {
    expect(correctEvent(logged(), event(), context(), kenichi)).toEqual(done);
    expect(cancelEvent(logged(), kenichi)).toEqual({ ok: true, value: "cancelled" });
  });
  test("and by nobody else: for them it is not there", () => {
    expect(correctEvent(logged(), event(), context(), makoto)).toEqual(refused("NotFound"));
    expect(cancelEvent(logged(), makoto)).toEqual(refused("NotFound"));
    expect(correctEvent(null, event(), context(), kenichi)).toEqual(refused("NotFound"));
    expect(cancelEvent(null, kenichi)).toEqual(refused("NotFound"));
  });
  test("a correction is looked at like any event", () => {
    expect(correctEvent(logged(), event({ parts: [] }), context(), kenichi)).toEqual(refused("NobodyTookPart"));
  });
  test("is cancelled once", () => {
    expect(cancelEvent(logged({ end: cancelled }), kenichi)).toEqual({ ok: true, value: "already" });
    expect(cancelEvent(logged({ end: corrected }), kenichi)).toEqual(refused("EventEnded"));
  });
  test("ends once", () => {
    expect(correctEvent(logged({ end: cancelled }), event(), context(), kenichi)).toEqual(refused("EventEnded"));
    expect(correctEvent(logged({ end: corrected }), event(), context(), kenichi)).toEqual(refused("EventEnded"));
  });
});

describe("once somebody has confirmed it", () => {
  test("it is neither corrected nor cancelled", () => {
    expect(correctEvent(logged({ confirmed: 1 }), event(), context(), kenichi)).toEqual(refused("EventConfirmed"));
    expect(cancelEvent(logged({ confirmed: 1 }), kenichi)).toEqual(refused("EventConfirmed"));
  });
  test("it is annotated", () => expect(annotateEvent(logged({ confirmed: 1 }))).toEqual(done));
});

describe("a note", () => {
  test("is refused where the event is not there, has ended, or holds a reference only", () => {
    expect(annotateEvent(null)).toEqual(refused("NotFound"));
    expect(annotateEvent(logged({ end: cancelled }))).toEqual(refused("EventEnded"));
    expect(annotateEvent(logged({ tlp: "RED" }))).toEqual(refused("RedHoldsReferenceOnly"));
  });
});
