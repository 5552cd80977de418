import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disagreements, retell } from "@/lib/domain/chronicle";
import type { ToldEvent } from "@/lib/domain/told";
import { ACTIONS_WITHOUT_PERSON, OCCASION_CHANGES, tellProposal } from "@/lib/domain/told-occasions";

const told = (action: string, body: ToldEvent["body"], { by = "misaki", about = "misaki" } = {}): ToldEvent => ({
  ...{ action, actorId: by, subjectId: about, body },
});
const standing = (...events: ToldEvent[]) => Object.fromEntries(retell(events));

const ENTERED = told("LeaveEntered", { leaveId: "l1", fromOn: "2026-12-01", toOn: null });
const PROPOSED = ["p2 ren -", tellProposal({ proposalId: "p1", personId: "misaki", subCase: null })];
const SAID = { kind: "incident", happenedOn: "2026-11-18", drillId: null, correctsId: null };
const logged = (id: string, more: ToldEvent["body"] = {}) =>
  told(
    "EventLogged",
    { ...SAID, personIds: ["ren", "misaki"], proposals: 2, content: "d1", proposed: PROPOSED, ...more },
    { by: "makoto", about: id },
  );
const IMPORTED = told("RecordLogged", { recordId: "r1", content: "d1", claims: [], importId: "i1", items: "w1" });
const V1 = {
  "event v1": "incident 2026-11-18 makoto - - stands d1 2",
  "parts v1": "misaki ren",
  "proposed v1": "p1 misaki -, p2 ren -",
};

const STORIES: [string, ToldEvent[], Record<string, string>][] = [
  ["leave is entered without an end", [ENTERED], { "leave l1": "2026-12-01 - misaki stands" }],
  [
    "its end is said later, by a manager",
    [ENTERED, told("LeaveEnded", { leaveId: "l1", toOn: "2026-12-20" }, { by: "makoto" })],
    { "leave l1": "2026-12-01 2026-12-20 misaki stands" },
  ],
  [
    "it is taken back",
    [ENTERED, told("LeaveWithdrawn", { leaveId: "l1" })],
    { "leave l1": "2026-12-01 - misaki withdrawn" },
  ],
  [
    "an end of a leave that nobody entered tells nothing",
    [told("LeaveEnded", { leaveId: "l9", toOn: "2026-12-20" })],
    {},
  ],
  ["an event proposes a record to each who took part", [logged("v1")], V1],
  [
    "of an earlier version the event tells neither what was said nor which records",
    [logged("v1", { content: undefined, proposed: undefined })],
    { ...V1, "event v1": "incident 2026-11-18 makoto - - stands ? 2", "proposed v1": "?" },
  ],
  [
    "it is corrected by another one",
    [
      logged("v1"),
      told(
        "EventCorrected",
        { ...SAID, correctsId: "v1", personIds: ["ren"], proposals: 1, content: "d2", proposed: ["p3 ren -"] },
        { by: "makoto", about: "v2" },
      ),
    ],
    {
      ...V1,
      "event v1": "incident 2026-11-18 makoto - - ended d1 2",
      "event v2": "incident 2026-11-18 makoto - v1 stands d2 1",
      "parts v2": "ren",
      "proposed v2": "p3 ren -",
    },
  ],
  [
    "it is cancelled",
    [logged("v1"), told("EventCancelled", { eventId: "v1" }, { by: "makoto", about: "v1" })],
    { ...V1, "event v1": "incident 2026-11-18 makoto - - ended d1 2" },
  ],
  [
    "something is added to it; before, without what it says",
    [
      told("EventAnnotated", { eventId: "v1", noteId: "n1", content: "d3" }, { by: "kenichi", about: "v1" }),
      told("EventAnnotated", { eventId: "v1", noteId: "n0" }, { by: "kenichi", about: "v1" }),
    ],
    { "note n1": "v1 kenichi d3", "note n0": "v1 kenichi ?" },
  ],
  [
    "one confirms, one declines",
    [
      told("ProposalConfirmed", { proposalId: "p1", eventId: "v1", recordId: "r1" }),
      told("ProposalDeclined", { proposalId: "p2", eventId: "v1" }, { by: "ren", about: "ren" }),
    ],
    { "proposal p1": "confirmed r1", "proposal p2": "declined" },
  ],
  ["a record comes of an import", [IMPORTED], { "record r1": "d1 stands", "imported r1": "i1 w1 stands" }],
  [
    "a later file takes it over; by hand nothing is taken over",
    [
      IMPORTED,
      told("RecordCorrected", {
        recordId: "r2",
        correctsId: "r1",
        content: "d2",
        claims: [],
        importId: "i2",
        items: "w2",
      }),
      told("RecordCorrected", { recordId: "r3", correctsId: "r2", content: "d3", claims: [] }),
    ],
    {
      ...{ "record r1": "d1 corrected", "record r2": "d2 corrected", "record r3": "d3 stands" },
      ...{ "imported r1": "i1 w1 superseded", "imported r2": "i2 w2 stands" },
    },
  ],
  [
    "a later file leaves nothing of it",
    [IMPORTED, told("RecordWithdrawn", { recordId: "r1", claimIds: [], importId: "i2" })],
    { "record r1": "d1 withdrawn", "imported r1": "i1 w1 superseded" },
  ],
  [
    "a file is imported",
    [
      told(
        "WorkFileImported",
        { sourceId: "s1", digest: "f1", new: 3, changed: 1, unchanged: 0, aside: 2, bad: 1 },
        { by: "makoto", about: "i1" },
      ),
    ],
    { "import i1": "s1 makoto f1 3 1 0 2" },
  ],
];

describe("what the events tell of leave, events and imports", () => {
  test.each(STORIES)("%s", (_, events, expected) => {
    expect(standing(...events)).toEqual(expected);
  });

  test("what is told apart from the people is known to be told", () => {
    for (const action of ACTIONS_WITHOUT_PERSON) expect(OCCASION_CHANGES).toHaveProperty(action);
  });
});

describe("what the events left untold", () => {
  const word = fc.stringMatching(/^[a-z0-9-]{1,8}$/);

  test("agrees with whatever stands there, in its place only", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), fc.nat(), word, (words, at, other) => {
        const place = at % words.length;
        const said = new Map([["event v1", words.with(place, "?").join(" ")]]);
        expect(disagreements(said, new Map([["event v1", words.with(place, other).join(" ")]]))).toEqual([]);
        const elsewhere = (place + 1) % words.length;
        const held = new Map([["event v1", words.with(elsewhere, `${words[elsewhere]}x`).join(" ")]]);
        expect(disagreements(said, held)).toHaveLength(1);
      }),
    );
  });

  test("does not agree with nothing, nor with more words", () => {
    const said = new Map([
      ["proposed v1", "?"],
      ["note n1", "v1 ?"],
    ]);
    expect(disagreements(said, new Map([["note n1", "v1 d1 d2"]])).map(({ key }) => key)).toEqual([
      "note n1",
      "proposed v1",
    ]);
    expect(
      disagreements(
        said,
        new Map([
          ["proposed v1", "p1 misaki -, p2 ren -"],
          ["note n1", "v1 d1"],
        ]),
      ),
    ).toEqual([]);
  });
});
