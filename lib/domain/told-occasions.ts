import { type Changes, type Standings, setWord, type ToldEvent, UNTOLD, word, wordOr, words } from "./told";

/** 休業, 出来事 with what was proposed of it, and 取り込み. Keys and words are the same as those that lib/chronicle reads. */

export type ProposalTold = {
  readonly proposalId: string;
  readonly personId: string;
  readonly subCase: string | null;
};

/** As the body of an event's event holds each record that it proposes. */
export const tellProposal = ({ proposalId, personId, subCase }: ProposalTold) =>
  `${proposalId} ${personId} ${subCase ?? "-"}`;

const TO = 1;
const LEAVE_STANDS = 3;
const EVENT_STANDS = 5;
const ITEMS_STAND = 2;

function logEvent(told: Standings, { actorId, subjectId, body }: ToldEvent) {
  const said = [word(body, "kind"), word(body, "happenedOn"), actorId];
  const from = [wordOr(body, "drillId", "-"), wordOr(body, "correctsId", "-")];
  told.set(
    `event ${subjectId}`,
    [...said, ...from, "stands", wordOr(body, "content", UNTOLD), word(body, "proposals")].join(" "),
  );
  told.set(`parts ${subjectId}`, [...words(body, "personIds")].sort().join(" "));
  const proposed = body.proposed === undefined ? UNTOLD : [...words(body, "proposed")].sort().join(", ");
  told.set(`proposed ${subjectId}`, proposed);
}

/** A record that came of an import; by hand there is nothing to tell. */
function importRecord(told: Standings, { body }: ToldEvent) {
  if (body.importId === undefined) return;
  const items = wordOr(body, "items", UNTOLD);
  told.set(`imported ${word(body, "recordId")}`, `${word(body, "importId")} ${items} stands`);
}

const supersede = (told: Standings, body: ToldEvent["body"], field: string) => {
  if (body.importId !== undefined) setWord(told, `imported ${word(body, field)}`, ITEMS_STAND, "superseded");
};

export const OCCASION_CHANGES: Changes = {
  LeaveEntered: (told, { actorId, body }) =>
    told.set(
      `leave ${word(body, "leaveId")}`,
      `${word(body, "fromOn")} ${wordOr(body, "toOn", "-")} ${actorId} stands`,
    ),
  LeaveEnded: (told, { body }) => setWord(told, `leave ${word(body, "leaveId")}`, TO, word(body, "toOn")),
  LeaveWithdrawn: (told, { body }) => setWord(told, `leave ${word(body, "leaveId")}`, LEAVE_STANDS, "withdrawn"),
  EventLogged: logEvent,
  EventCorrected: (told, event) => {
    setWord(told, `event ${word(event.body, "correctsId")}`, EVENT_STANDS, "ended");
    logEvent(told, event);
  },
  EventCancelled: (told, { subjectId }) => setWord(told, `event ${subjectId}`, EVENT_STANDS, "ended"),
  EventAnnotated: (told, { actorId, subjectId, body }) =>
    told.set(`note ${word(body, "noteId")}`, `${subjectId} ${actorId} ${wordOr(body, "content", UNTOLD)}`),
  ProposalConfirmed: (told, { body }) =>
    told.set(`proposal ${word(body, "proposalId")}`, `confirmed ${word(body, "recordId")}`),
  ProposalDeclined: (told, { body }) => told.set(`proposal ${word(body, "proposalId")}`, "declined"),
  RecordLogged: importRecord,
  RecordCorrected: (told, event) => {
    supersede(told, event.body, "correctsId");
    importRecord(told, event);
  },
  RecordWithdrawn: (told, { body }) => supersede(told, body, "recordId"),
  WorkFileImported: (told, { actorId, subjectId, body }) => {
    const { sourceId, digest, new: added, changed, unchanged, aside } = body;
    told.set(`import ${subjectId}`, [sourceId, actorId, digest, added, changed, unchanged, aside].join(" "));
  },
};

/** Of these the subject is no person: they are told apart from the people. */
export const ACTIONS_WITHOUT_PERSON = [
  "EventLogged",
  "EventCorrected",
  "EventCancelled",
  "EventAnnotated",
  "WorkFileImported",
] as const;
