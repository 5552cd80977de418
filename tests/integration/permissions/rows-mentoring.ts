import { curriculumFor } from "@/lib/curriculum/queries";
import { endHold, giveBackSubject, handOverSubject, takeOnSubject } from "@/lib/hold/commands";
import { takeBackNote, writeNote } from "@/lib/mentor-note/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { askOpinion, declineOpinion, giveOpinion } from "@/lib/second-opinion/commands";
import { setTargetDate } from "@/lib/target-date/commands";
import { aMentorship, aPerson } from "@/tests/support/builders";
import { aHold, aRecord } from "@/tests/support/practice";
import { type MatrixWorld, REASON, type Row, type Rows, type Who } from "./row";

const MEETING = "g1.s1.external-meetings";

const logged = async ({ people, enrolments }: MatrixWorld) => {
  const { id } = await aRecord(people.misaki, enrolments.liaison, { kind: "meeting", claims: [MEETING] });
  return { subject: "record" as const, subjectId: id };
};
/** Of the day of the matrix, and long enough. */
const STANDING = { until: new Date("2030-01-01T00:00:00Z") };
const heldBy = async (world: MatrixWorld, who: Who) => {
  const held = await logged(world);
  const hold = await aHold(world.enrolments.liaison, world.people[who], {
    record: { id: held.subjectId },
    ...STANDING,
  });
  return { ...held, holdId: hold.id };
};
const onRecord = (row: Omit<Row, "on">): Row => ({ on: "Misaki's record", ...row });

const STRUCTURE = "g1.s2.target-structure";

async function askedOfKenichi({ people, enrolments }: MatrixWorld) {
  const asker = await aPerson();
  const id = newId();
  const question = { criterionCode: STRUCTURE, note: "", askedAt: new Date("2026-11-18T02:00:00Z") };
  const two = { askedById: asker.id, askedOfId: people.kenichi.id };
  await db().secondOpinion.create({ data: { id, enrolmentId: enrolments.liaison.id, ...question, ...two } });
  return id;
}

async function judgedOf({ edition }: MatrixWorld) {
  const rule = (await curriculumFor(edition.id)).criterion(STRUCTURE)?.rule;
  const checkpoints = rule?.kind === "attest" && Array.isArray(rule.checkpoints) ? rule.checkpoints : [];
  return checkpoints.map(({ code }) => ({
    checkpoint: code,
    judgement: "met" as const,
    supervision: 4 as const,
    comment: "",
  }));
}

export const MENTORING: Rows = {
  takeOnAction: [
    onRecord({
      runs: ["takeOnSubject"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const held = await logged(world);
        return (caller) => takeOnSubject(held, caller);
      },
    }),
  ],
  giveBackAction: [
    onRecord({
      runs: ["giveBackSubject"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const { holdId: _, ...held } = await heldBy(world, "kenichi");
        return (caller) => giveBackSubject(held, caller);
      },
    }),
  ],
  handOverAction: [
    onRecord({
      runs: ["handOverSubject"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const { people, teams } = world;
        const { holdId: _, ...held } = await heldBy(world, "kenichi");
        await aMentorship(people.soto, "liaison-coordination", teams.hq);
        return (caller, who) =>
          who === "soto"
            ? takeOnSubject(held, caller)
            : handOverSubject({ ...held, toId: people.soto.id, note: "" }, caller);
      },
      refusals: { soto: "HeldByAnother" },
    }),
  ],
  endHoldAction: [
    onRecord({
      runs: ["endHold"],
      allowed: ["makoto"],
      prepare: async (world) => {
        const { holdId } = await heldBy(world, "kenichi");
        return (caller) => endHold({ holdId, reason: REASON }, caller);
      },
    }),
  ],
  writeNoteAction: [
    {
      on: "Misaki's training",
      runs: ["writeNote"],
      allowed: ["kenichi", "megumi"],
      prepare: async ({ people }) => {
        const form = { onceKey: newId(), personId: people.misaki.id, text: REASON };
        return (caller) => writeNote(form, caller);
      },
    },
  ],
  takeBackNoteAction: [
    {
      on: "what Kenichi wrote",
      runs: ["takeBackNote"],
      allowed: ["kenichi"],
      prepare: async ({ people }) => {
        const id = newId();
        const written = { byId: people.kenichi.id, text: REASON, writtenAt: new Date("2026-11-18T02:00:00Z") };
        await db().mentorNote.create({ data: { id, personId: people.misaki.id, ...written } });
        return (caller) => takeBackNote({ noteId: id }, caller);
      },
    },
  ],
  setTargetDateAction: [
    {
      on: "a STEP of Misaki's",
      runs: ["setTargetDate"],
      allowed: ["misaki", "kenichi", "makoto"],
      prepare: async ({ enrolments }) => {
        const date = { enrolmentId: enrolments.liaison.id, step: 1 as const, targetOn: "2027-03-31", reason: "" };
        return (caller) => setTargetDate({ ...date, onceKey: newId() }, caller);
      },
    },
  ],
  askOpinionAction: [
    {
      on: "a criterion of Misaki's",
      runs: ["askOpinion"],
      allowed: ["kenichi"],
      prepare: async ({ teams, enrolments }) => {
        const second = await aPerson();
        await aMentorship(second, "liaison-coordination", teams.hq);
        const question = { enrolmentId: enrolments.liaison.id, criterionCode: STRUCTURE, note: "" };
        return (caller) => askOpinion({ ...question, onceKey: newId(), askedOfId: second.id }, caller);
      },
    },
  ],
  giveOpinionAction: [
    {
      on: "what Kenichi is asked",
      runs: ["giveOpinion"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const [opinionId, judged] = [await askedOfKenichi(world), await judgedOf(world)];
        return (caller) => giveOpinion({ opinionId, judged }, caller);
      },
    },
  ],
  declineOpinionAction: [
    {
      on: "what Kenichi is asked",
      runs: ["declineOpinion"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const opinionId = await askedOfKenichi(world);
        return (caller) => declineOpinion({ opinionId, reason: REASON }, caller);
      },
    },
  ],
};
