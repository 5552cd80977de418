import { curriculumFor } from "@/lib/curriculum/queries";
import { refuse } from "@/lib/domain/result";
import { attestCheckpoints, decideAnswer } from "@/lib/judgement/commands";
import { decideRecord, verifyRecords, withdrawVerification } from "@/lib/reviews/commands";
import { aRecord, aRemark, aVerification } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";
import { type MatrixWorld, REASON, type Row, type Rows } from "./row";

const MEETING = "g1.s1.external-meetings";
const STRUCTURE = "g1.s2.target-structure";

const logged = ({ people, enrolments }: MatrixWorld) =>
  aRecord(people.misaki, enrolments.liaison, { kind: "meeting", claims: [MEETING] });
/** Yuko's, in the plant: the role group has no mentor there, so a manager above and the appointed reviewer act. */
const loggedInThePlant = async ({ people }: MatrixWorld) => {
  return aRecord(people.yuko, await enrolmentOf(people.yuko, "liaison-coordination"), {
    kind: "meeting",
    claims: [MEETING],
  });
};

type Logged = Awaited<ReturnType<typeof logged>>;
const verifying = ({ id: recordId, claims }: Logged) => ({
  decision: "verify" as const,
  recordId,
  claims: claims.map(({ id }) => id),
  supervision: null,
  mentorPresent: false,
  judged: null,
  right: null,
  parts: [],
  comment: "",
});
const sendingBack = ({ id: recordId, claims }: Logged) => ({
  decision: "sendBack" as const,
  recordId,
  reasons: new Map(claims.map(({ id }) => [id, REASON])),
});

const deciding = (on: string, form: (record: Logged) => Parameters<typeof decideRecord>[0]): Row => ({
  on: `${on} Misaki's record`,
  runs: ["decideRecord"],
  allowed: ["kenichi"],
  prepare: async (world) => {
    const record = await logged(world);
    return (caller) => decideRecord(form(record), caller);
  },
});

const answered = async ({ people, enrolments }: MatrixWorld) => {
  const { id } = await aRemark(enrolments.liaison, MEETING, people.kenichi, { answer: "会議名を書き足しました。" });
  return id;
};

async function checkpointsOf({ edition }: MatrixWorld) {
  const rule = (await curriculumFor(edition.id)).criterion(STRUCTURE)?.rule;
  return rule?.kind === "attest" && Array.isArray(rule.checkpoints) ? rule.checkpoints.map(({ code }) => code) : [];
}

export const REVIEWS: Rows = {
  decideRecordAction: [
    deciding("verifying", verifying),
    deciding("sending back", sendingBack),
    {
      on: "verifying a record in a role group without another mentor",
      runs: ["decideRecord"],
      allowed: ["makoto", "nao"],
      prepare: async (world) => {
        const record = await loggedInThePlant(world);
        return (caller) => decideRecord(verifying(record), caller);
      },
    },
  ],
  verifyTogetherAction: [
    {
      on: "Misaki's record",
      runs: ["verifyRecords"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const { id } = await logged(world);
        return async (caller) => {
          const decision = await verifyRecords({ records: [id] }, caller);
          const code = decision.ok ? decision.value.refused[0]?.code : undefined;
          return code === undefined ? decision : refuse({ code });
        };
      },
    },
  ],
  withdrawVerificationAction: [
    {
      on: "what Kenichi verified",
      runs: ["withdrawVerification"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const { claims } = await logged(world);
        const { id: verificationId } = await aVerification(claims[0] ?? { id: "" }, world.people.kenichi);
        return (caller) => withdrawVerification({ verificationId, reason: REASON }, caller);
      },
    },
  ],
  judgeAction: [
    {
      on: "a criterion of Misaki's enrolment",
      runs: ["attestCheckpoints"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const judged = (await checkpointsOf(world)).map((checkpoint) => ({
          checkpoint,
          judgement: "met" as const,
          supervision: 4 as const,
          comment: "",
        }));
        const enrolmentId = world.enrolments.liaison.id;
        return (caller) => attestCheckpoints({ enrolmentId, criterionCode: STRUCTURE, judged }, caller);
      },
    },
  ],
  judgeAnswerAction: [
    {
      on: "Misaki's answer, enough",
      runs: ["decideAnswer"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const remarkId = await answered(world);
        return (caller) => decideAnswer({ decision: "accept", remarkId }, caller);
      },
    },
    {
      on: "Misaki's answer, not enough",
      runs: ["decideAnswer"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const remarkId = await answered(world);
        return (caller) => decideAnswer({ decision: "sendBack", remarkId, reason: REASON }, caller);
      },
    },
  ],
};
