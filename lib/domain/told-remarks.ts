import { type Changes, countUp, type Standings, setWord, type ToldEvent, word, words } from "./told";

/** 差し戻し and the answers to it. Every remark is counted; what it says, its answer and its end are told by its id. */

export type RemarkTold = { readonly remarkId: string; readonly content: string };
export type RemarkStanding = RemarkTold & {
  readonly about: string;
  readonly byId: string;
  readonly answer: string | null;
  readonly settledById: string | null;
};

/** As an event's body holds a remark: its id, and the commitment to its reason. */
export const tellRemark = ({ remarkId, content }: RemarkTold) => `${remarkId} ${content}`;

/** `about`: enrolment and criterion, two words. */
export const remarkStanding = ({ about, byId, content, answer, settledById }: RemarkStanding) =>
  [about, byId, content, answer ?? "-", settledById ?? "-"].join(" ");
const ANSWER = 4;
const SETTLED = 5;

/** `remark` is missing in events of earlier versions: then it is only counted. */
function open(told: Standings, about: string, byId: string, remark: string | undefined) {
  countUp(told, `remarks ${about}`);
  const [remarkId, content] = (remark ?? "").split(" ");
  if (remarkId && content)
    told.set(`remark ${remarkId}`, remarkStanding({ remarkId, content, about, byId, answer: null, settledById: null }));
}

const settle = (told: Standings, remarkIds: readonly string[], byId: string) => {
  for (const id of remarkIds) setWord(told, `remark ${id}`, SETTLED, byId);
};
const settled = (told: Standings, { actorId, body }: ToldEvent) => settle(told, words(body, "settled"), actorId);

const aboutOf = (told: Standings, claimId: string) =>
  (told.get(`claim ${claimId}`) ?? "").split(" ").slice(0, 2).join(" ");

export const REMARK_CHANGES: Changes = {
  ClaimsSentBack: (told, event) => {
    const { actorId, body } = event;
    settled(told, event);
    for (const [at, claimId] of words(body, "claimIds").entries())
      open(told, aboutOf(told, claimId), actorId, words(body, "remarks")[at]);
  },
  SignOffSentBack: (told, { actorId, body }) => {
    for (const [at, code] of words(body, "codes").entries())
      open(told, `${word(body, "enrolmentId")} ${code}`, actorId, words(body, "remarks")[at]);
  },
  RemarkAnswered: (told, { body }) => setWord(told, `remark ${word(body, "remarkId")}`, ANSWER, word(body, "content")),
  AnswerAccepted: (told, { actorId, body }) => settle(told, [word(body, "remarkId")], actorId),
  AnswerRejected: (told, { actorId, body }) => {
    settle(told, [word(body, "remarkId")], actorId);
    const about = `${word(body, "enrolmentId")} ${word(body, "criterionCode")}`;
    open(told, about, actorId, words(body, "remarks")[0]);
  },
  ClaimsVerified: settled,
  CriterionAttested: settled,
};
