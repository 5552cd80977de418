import { newId } from "@/lib/platform/ids";
import { addClaim, correctRecord, logRecord, saveDraft, withdrawClaim, withdrawRecord } from "@/lib/records/commands";
import {
  answerRemark,
  askForJudgement,
  markTaskDone,
  requestSignOff,
  unmarkTask,
  withdrawJudgementRequest,
  withdrawRequest,
} from "@/lib/training/commands";
import { findGround } from "@/lib/training/queries";
import { aDraft } from "@/tests/support/drafts";
import { aJudgementRequest, aRecord, aRemark, aSignOffRequest } from "@/tests/support/practice";
import { tasksDone } from "@/tests/support/training";
import { CAST, callerOf, type MatrixWorld, type Row, type Rows } from "./row";

const MEETING = "g1.s1.external-meetings";
const JUDGED = "g1.s2.target-structure";
const TRAINEE = { allowed: ["misaki"] } as const;

const meeting = ({ enrolments }: MatrixWorld) =>
  aDraft({
    kind: "meeting",
    happenedOn: "2026-11-18",
    title: "業界SOC連絡会 11月",
    claims: [{ enrolmentId: enrolments.liaison.id, criterionCode: MEETING, parts: [] }],
  });
const logged = ({ people, enrolments }: MatrixWorld, claims = [MEETING]) =>
  aRecord(people.misaki, enrolments.liaison, { kind: "meeting", claims });
const topicsOf = async (world: MatrixWorld) => {
  const { actor, now } = await callerOf(world, "misaki");
  const { editions } = await findGround(actor, now);
  return [...editions.values()].flatMap((edition) => edition.topicsOf("liaison-coordination"));
};

const logging: Row = {
  allowed: ["misaki"],
  refusal: "NotEnrolled",
  refusals: { ren: "CriterionNotClaimable", yuko: "CriterionNotClaimable" },
  on: "with a claim on Misaki's enrolment",
  runs: ["logRecord"],
  prepare: async (world) => (caller) => logRecord({ ...meeting(world), onceKey: newId() }, caller),
};
const withoutClaims: Row = {
  on: "one's own, with no claim",
  runs: ["logRecord"],
  allowed: ["misaki", "ren", "yuko"],
  refusal: "NotEnrolled",
  prepare: async (world) => (caller) => logRecord({ ...meeting(world), claims: [], onceKey: newId() }, caller),
};

const RECORDS: Rows = {
  quickLogAction: [logging, withoutClaims],
  logRecordAction: [logging, withoutClaims],
  correctRecordAction: [
    {
      ...TRAINEE,
      on: "Misaki's record",
      runs: ["correctRecord"],
      prepare: async (world) => {
        const { id: recordId } = await logged(world);
        return (caller) =>
          correctRecord({ ...meeting(world), title: "業界SOC連絡会(訂正)", recordId, onceKey: newId() }, caller);
      },
    },
  ],
  withdrawRecordAction: [
    {
      ...TRAINEE,
      on: "Misaki's record",
      runs: ["withdrawRecord"],
      prepare: async (world) => {
        const { id: recordId } = await logged(world);
        return (caller) => withdrawRecord({ recordId }, caller);
      },
    },
  ],
  addClaimAction: [
    {
      ...TRAINEE,
      on: "Misaki's record and enrolment",
      runs: ["addClaim"],
      prepare: async (world) => {
        const { id: recordId } = await logged(world, []);
        return (caller) =>
          addClaim({ recordId, wishes: meeting(world).claims.map((each) => ({ ...each, parts: [] })) }, caller);
      },
    },
  ],
  withdrawClaimAction: [
    {
      ...TRAINEE,
      on: "Misaki's claim",
      runs: ["withdrawClaim"],
      prepare: async (world) => {
        const { claims } = await logged(world);
        return (caller) => withdrawClaim({ claimId: claims[0]?.id ?? "" }, caller);
      },
    },
  ],
  saveDraftAction: [
    {
      on: "one's own form",
      runs: ["saveDraft"],
      allowed: CAST,
      prepare: async () => (caller) => saveDraft({ formKey: "quick", values: { text: ["下書き"] } }, caller),
    },
    {
      ...TRAINEE,
      on: "the correction of Misaki's record",
      runs: ["saveDraft"],
      prepare: async (world) => {
        const { id } = await logged(world);
        return (caller) => saveDraft({ formKey: `record:${id}`, values: { title: ["訂正"] } }, caller);
      },
    },
  ],
};

const TASKS_AND_WISHES: Rows = {
  markTaskDoneAction: [
    {
      ...TRAINEE,
      on: "a topic of Misaki's common education",
      runs: ["markTaskDone"],
      prepare: async (world) => {
        const [taskCode = ""] = await topicsOf(world);
        const enrolmentId = world.enrolments.liaison.id;
        return (caller) => markTaskDone({ enrolmentId, taskCode, doneOn: null }, caller);
      },
    },
  ],
  unmarkTaskAction: [
    {
      ...TRAINEE,
      on: "a topic that Misaki ticked",
      runs: ["unmarkTask"],
      prepare: async (world) => {
        const [taskCode = ""] = await topicsOf(world);
        await tasksDone(world.enrolments.liaison, [taskCode]);
        return (caller) => unmarkTask({ enrolmentId: world.enrolments.liaison.id, taskCode }, caller);
      },
    },
  ],
  askForJudgementAction: [
    {
      ...TRAINEE,
      on: "a criterion of Misaki's enrolment",
      runs: ["askForJudgement"],
      prepare: async ({ enrolments }) => {
        const wish = { enrolmentId: enrolments.liaison.id, criterionCode: JUDGED, note: "" };
        return (caller) => askForJudgement(wish, caller);
      },
    },
  ],
  withdrawJudgementAction: [
    {
      ...TRAINEE,
      on: "Misaki's wish to be judged",
      runs: ["withdrawJudgementRequest"],
      prepare: async ({ enrolments }) => {
        const { id: requestId } = await aJudgementRequest(enrolments.liaison, JUDGED);
        return (caller) => withdrawJudgementRequest({ requestId }, caller);
      },
    },
  ],
  answerRemarkAction: [
    {
      ...TRAINEE,
      on: "what was sent back to Misaki",
      runs: ["answerRemark"],
      prepare: async ({ enrolments, people }) => {
        const { id: remarkId } = await aRemark(enrolments.liaison, MEETING, people.kenichi);
        return (caller) => answerRemark({ remarkId, answer: "会議名を書き足しました。" }, caller);
      },
    },
  ],
  requestSignOffAction: [
    {
      ...TRAINEE,
      on: "Misaki's common education, all learned",
      runs: ["requestSignOff"],
      prepare: async (world) => {
        await tasksDone(world.enrolments.liaison, await topicsOf(world));
        return (caller) => requestSignOff({ enrolmentId: world.enrolments.liaison.id, step: 0, note: "" }, caller);
      },
    },
  ],
  withdrawRequestAction: [
    {
      ...TRAINEE,
      on: "Misaki's request",
      runs: ["withdrawRequest"],
      prepare: async ({ enrolments, people }) => {
        const { id: requestId } = await aSignOffRequest(enrolments.liaison, people.misaki, { step: 0 });
        return (caller) => withdrawRequest({ requestId }, caller);
      },
    },
  ],
};

export const TRAINING: Rows = { ...RECORDS, ...TASKS_AND_WISHES };
