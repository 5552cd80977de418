import {
  annotateEvent,
  cancelEvent,
  confirmProposal,
  correctEvent,
  declineProposal,
  logEvent,
  verifyEvent,
} from "@/lib/event/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { importWork, keepWorkFile, verifyImported } from "@/lib/work-import/commands";
import { findWorkPreview } from "@/lib/work-import/queries";
import { utf8 } from "@/tests/support/csv-text";
import { aConfirmation, anEventForm, took } from "@/tests/support/events";
import { alerts } from "@/tests/support/work-files";
import type { Act, OnTrainee } from "./act";
import { inGroup, REASON, TODAY } from "./look-ups";

/** What is written for several people at once: events with what they propose, and work from a file. */

const NAMES = ["misaki", "ren", "kenichi"] as const;

const eventsOf = (personId: string) =>
  db().sharedEvent.findMany({
    where: { parts: { some: { personId } } },
    orderBy: [{ loggedAt: "asc" }, { id: "asc" }],
  });
const proposalsOf = (personId: string) => db().proposedRecord.findMany({ where: { personId }, orderBy: { id: "asc" } });

const together = ({ traineeId, trainees, pick }: OnTrainee) => {
  const others = trainees.filter((id) => id !== traineeId);
  const along = pick([others, others.slice(0, 1), []]) ?? [];
  const parts = [traineeId, ...along].map((id) => took({ id }));
  return anEventForm(parts, { kind: "meeting", happenedOn: TODAY, title: "社外会議", incidentRef: null });
};

/** Five alerts of the three over two days; what was judged in the end differs from one number to another. */
export const fileOf = (seed: number) =>
  alerts(
    ...[0, 1, 2, 3, 4].map((place) => {
      const day = place % 2 === 0 ? "2026/11/18" : "2026/11/19";
      const last = (seed >> place) % 2 === 0 ? "検知" : "誤検知";
      return [`A-${place}`, day, NAMES[place % 3] ?? "", "検知", last] as const;
    }),
  );
export const seedOf = ({ pick }: OnTrainee) => pick(Array.from({ length: 32 }, (_, seed) => seed)) ?? 0;

/** Keeps the file; what the preview says is left out is left out. */
export async function bringsIn(sourceId: string, seed: number, caller: Parameters<Act>[1]) {
  const kept = await keepWorkFile({ sourceId, fileName: "alerts.csv", bytes: utf8(fileOf(seed)) }, caller);
  if (!kept.ok) return kept;
  const shown = await findWorkPreview(sourceId, { show: null, page: 1 }, caller);
  const { file, badKey } = shown?.preview ?? { file: { seen: "" }, badKey: null };
  return importWork({ sourceId, seen: file.seen, leaveOut: badKey }, caller);
}

export const SHARED = {
  logsEvent: (on, caller) => logEvent(together(on), caller),
  correctsEvent: async (on, caller) => {
    const event = on.pick(await eventsOf(on.traineeId));
    const { drillId: _, ...form } = together(on);
    return event ? correctEvent({ ...form, eventId: event.id }, caller) : null;
  },
  cancelsEvent: async ({ traineeId, pick }, caller) => {
    const event = pick(await eventsOf(traineeId));
    return event ? cancelEvent({ eventId: event.id, reason: REASON }, caller) : null;
  },
  annotatesEvent: async ({ traineeId, pick }, caller) => {
    const event = pick(await eventsOf(traineeId));
    return event ? annotateEvent({ onceKey: newId(), eventId: event.id, text: "議事録を添えた。" }, caller) : null;
  },
  confirmsProposal: async (on, caller) => {
    const proposal = on.pick(await proposalsOf(on.traineeId));
    const criterionCode = `small.s${Math.max(1, on.step)}.meeting`;
    const claims = [{ enrolmentId: await inGroup(on), criterionCode, parts: [] }];
    return proposal ? confirmProposal(aConfirmation(proposal, { claims, incidentRef: null }), caller) : null;
  },
  declinesProposal: async ({ traineeId, pick }, caller) => {
    const proposal = pick(await proposalsOf(traineeId));
    return proposal ? declineProposal({ proposalId: proposal.id, reason: REASON }, caller) : null;
  },
  verifiesEvent: async ({ traineeId, pick }, caller) => {
    const event = pick(await eventsOf(traineeId));
    const made = await db().proposedRecord.findMany({
      where: { participation: { eventId: event?.id ?? newId() }, recordId: { not: null } },
      orderBy: { id: "asc" },
    });
    const records = made.flatMap(({ recordId }) => recordId ?? []);
    return event ? verifyEvent({ eventId: event.id, records }, caller) : null;
  },
  bringsWorkIn: (on, caller) => bringsIn(on.sourceId, seedOf(on), caller),
  verifiesImport: async ({ sourceId, trainees, pick }, caller) => {
    const made = await db().workImport.findMany({
      where: { sourceId },
      orderBy: [{ importedAt: "asc" }, { id: "asc" }],
    });
    const chosen = pick(made);
    return chosen ? verifyImported({ importId: chosen.id, people: [...trainees] }, caller) : null;
  },
} satisfies Record<string, Act>;
