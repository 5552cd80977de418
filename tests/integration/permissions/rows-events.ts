import { latestEdition } from "@/lib/curriculum/queries";
import { cancelDrill, planDrill } from "@/lib/drill/commands";
import {
  annotateEvent,
  cancelEvent,
  confirmProposal,
  correctEvent,
  declineProposal,
  logEvent,
  verifyEvent,
} from "@/lib/event/commands";
import { newId } from "@/lib/platform/ids";
import { aConfirmation, aConfirmedRecord, anEvent, anEventForm, proposalTo, took } from "@/tests/support/events";
import { callerOf, type MatrixWorld, REASON, type Row, type Rows } from "./row";

const MEETING = "g1.s1.external-meetings";
/** Misaki, and those who may see her training: basic education is for every mentor of the team. */
const AROUND_MISAKI = ["misaki", "kenichi", "makoto", "taro", "megumi"] as const;

/** Makoto logged that Misaki took part. */
const logged = async (world: MatrixWorld) => anEvent(await callerOf(world, "makoto"), [took(world.people.misaki)]);

async function confirmed(world: MatrixWorld) {
  const event = await logged(world);
  const claims = [{ enrolmentId: world.enrolments.liaison.id, criterionCode: MEETING, parts: [] }];
  const record = await aConfirmedRecord(await callerOf(world, "misaki"), await proposalTo(world.people.misaki), claims);
  return { eventId: event.id, records: [record.id] };
}

const planning = async ({ people }: MatrixWorld) => {
  const [first] = (await latestEdition()).structure.drillCases;
  return () => ({
    onceKey: newId(),
    kind: "drillCase" as const,
    plannedOn: "2026-12-04",
    title: "ケース演習",
    note: "",
    subCases: (first?.subCases ?? []).slice(0, 1),
    personIds: [people.misaki.id],
  });
};

/** Answers that name each record they could not verify are refusals for who could verify none. */
const all = async (answer: ReturnType<typeof verifyEvent>) => {
  const { ok, ...rest } = await answer;
  if (!("value" in rest)) return { ok, ...rest } as { ok: false; refusal: { code: string } };
  const [first] = rest.value.refused;
  return first ? { ok: false as const, refusal: { code: first.code } } : { ok: true as const };
};

const logging: Row = {
  on: "that Misaki took part",
  runs: ["logEvent"],
  allowed: AROUND_MISAKI,
  prepare:
    async ({ people }) =>
    (caller) =>
      logEvent(anEventForm([took(people.misaki)]), caller),
};

const OF_EVENTS: Rows = {
  logEventAction: [logging],
  correctEventAction: [
    {
      on: "Makoto's event",
      runs: ["correctEvent"],
      allowed: ["makoto"],
      prepare: async (world) => {
        const { id: eventId } = await logged(world);
        return (caller) => {
          const { drillId: _, ...form } = anEventForm([took(world.people.misaki)]);
          return correctEvent({ ...form, eventId }, caller);
        };
      },
    },
  ],
  cancelEventAction: [
    {
      on: "Makoto's event",
      runs: ["cancelEvent"],
      allowed: ["makoto"],
      prepare: async (world) => {
        const { id: eventId } = await logged(world);
        return (caller) => cancelEvent({ eventId, reason: REASON }, caller);
      },
    },
  ],
  annotateEventAction: [
    {
      on: "an event that Misaki took part in",
      runs: ["annotateEvent"],
      allowed: AROUND_MISAKI,
      prepare: async (world) => {
        const { id: eventId } = await logged(world);
        return (caller) => annotateEvent({ onceKey: newId(), eventId, text: "補足" }, caller);
      },
    },
  ],
  verifyEventAction: [
    {
      on: "Misaki's record of it",
      runs: ["verifyEvent"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const form = await confirmed(world);
        return (caller) => all(verifyEvent(form, caller));
      },
    },
  ],
};

const OF_PROPOSALS: Rows = {
  confirmProposalAction: [
    {
      on: "what is proposed to Misaki",
      runs: ["confirmProposal"],
      allowed: ["misaki"],
      prepare: async (world) => {
        await logged(world);
        const proposal = await proposalTo(world.people.misaki);
        return (caller) => confirmProposal(aConfirmation(proposal), caller);
      },
    },
  ],
  declineProposalAction: [
    {
      on: "what is proposed to Misaki",
      runs: ["declineProposal"],
      allowed: ["misaki"],
      prepare: async (world) => {
        await logged(world);
        const { id: proposalId } = await proposalTo(world.people.misaki);
        return (caller) => declineProposal({ proposalId, reason: REASON }, caller);
      },
    },
  ],
};

const OF_DRILLS: Rows = {
  planDrillAction: [
    {
      on: "for Misaki",
      runs: ["planDrill"],
      allowed: ["kenichi", "makoto", "megumi"],
      prepare: async (world) => {
        const form = await planning(world);
        return (caller) => planDrill(form(), caller);
      },
    },
  ],
  cancelDrillAction: [
    {
      on: "that Makoto planned",
      runs: ["cancelDrill"],
      allowed: ["makoto"],
      prepare: async (world) => {
        const drill = (await planning(world))();
        await planDrill(drill, await callerOf(world, "makoto"));
        return (caller) => cancelDrill({ drillId: drill.onceKey, reason: REASON }, caller);
      },
    },
  ],
};

export const EVENTS: Rows = { ...OF_EVENTS, ...OF_PROPOSALS, ...OF_DRILLS };
