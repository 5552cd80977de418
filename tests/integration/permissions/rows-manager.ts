import { appointMentor, appointSigner, endAppointment, endMentorship } from "@/lib/appointments/commands";
import { endEnrolment, enrolPerson } from "@/lib/enrolment/commands";
import { addMaterial, changeMaterial, moveMaterial, removeMaterial } from "@/lib/materials/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { setPolicyValue } from "@/lib/policy/commands";
import { rebaseSteps } from "@/lib/rebasing/commands";
import { previewRebasing } from "@/lib/rebasing/queries";
import { recogniseSteps } from "@/lib/recognition/commands";
import { actorOf } from "@/tests/support/personas";
import { type MatrixWorld, NOW, REASON, type Rows, TODAY } from "./row";
import { CURRICULUM } from "./rows-curriculum";

const mentorshipOf = ({ people }: MatrixWorld, name: "kenichi" | "yuko") =>
  db().mentorship.findFirstOrThrow({ where: { personId: people[name].id } });
const appointmentOf = ({ people }: MatrixWorld) =>
  db().appointment.findFirstOrThrow({ where: { personId: people.taro.id } });

const ENROLMENTS: Rows = {
  enrolAction: [
    {
      on: "Taro into Misaki's team",
      runs: ["enrolPerson"],
      allowed: ["makoto", "shin"],
      prepare: async ({ people, teams }) => {
        const form = { personId: people.taro.id, roleGroup: "forensics" as const, tracks: [], teamId: teams.soc.id };
        return (caller) => enrolPerson({ ...form, onceKey: newId(), enrolledOn: TODAY }, caller);
      },
    },
    {
      on: "Ren into the night team",
      runs: ["enrolPerson"],
      allowed: ["makoto", "akari", "shin"],
      prepare: async ({ people, teams }) => {
        const form = { personId: people.ren.id, roleGroup: "forensics" as const, tracks: [], teamId: teams.night.id };
        return (caller) => enrolPerson({ ...form, onceKey: newId(), enrolledOn: TODAY }, caller);
      },
    },
  ],
  endEnrolmentAction: [
    {
      on: "Misaki's",
      runs: ["endEnrolment"],
      allowed: ["makoto", "shin"],
      prepare: async ({ enrolments }) => {
        const end = { enrolmentId: enrolments.liaison.id, endedOn: TODAY, reason: REASON };
        return (caller) => endEnrolment(end, caller);
      },
    },
  ],
  recogniseAction: [
    {
      on: "STEP1 of Misaki",
      runs: ["recogniseSteps"],
      allowed: ["makoto"],
      refusals: { misaki: "OwnRecognition" },
      prepare: async ({ enrolments }) => {
        const form = { enrolmentId: enrolments.liaison.id, step: 1 as const, recognisedOn: TODAY, reason: REASON };
        return (caller) => recogniseSteps(form, caller);
      },
    },
    {
      on: "STEP1 of Ren, in the night team",
      runs: ["recogniseSteps"],
      allowed: ["makoto", "akari"],
      refusals: { ren: "OwnRecognition" },
      prepare: async ({ enrolments }) => {
        const form = { enrolmentId: enrolments.rens.id, step: 1 as const, recognisedOn: TODAY, reason: REASON };
        return (caller) => recogniseSteps(form, caller);
      },
    },
  ],
};

const APPOINTMENTS: Rows = {
  appointMentorAction: [
    {
      on: "Sora in Misaki's team",
      runs: ["appointMentor"],
      allowed: ["makoto"],
      refusals: { soto: "OwnAppointment" },
      prepare: async ({ people, teams }) => {
        const where = { roleGroupCode: "forensics" as const, teamId: teams.soc.id, basis: "appointment" as const };
        const form = { ...where, onceKey: newId(), personId: people.soto.id, fromOn: TODAY, reason: REASON };
        return (caller) => appointMentor(form, caller);
      },
    },
    {
      on: "Makoto, by himself too",
      runs: ["appointMentor"],
      allowed: [],
      refusals: { makoto: "OwnAppointment" },
      prepare: async ({ people, teams }) => {
        const where = { roleGroupCode: "forensics" as const, teamId: teams.soc.id, basis: "appointment" as const };
        const form = { ...where, onceKey: newId(), personId: people.makoto.id, fromOn: TODAY, reason: REASON };
        return (caller) => appointMentor(form, caller);
      },
    },
  ],
  appointSignerAction: [
    {
      on: "Sora as a reviewer of the night team",
      runs: ["appointSigner"],
      allowed: ["makoto", "akari"],
      refusals: { soto: "OwnAppointment" },
      prepare: async ({ people, teams }) => {
        const where = { kind: "reviewer" as const, roleGroupCode: null, teamId: teams.night.id };
        const form = { ...where, onceKey: newId(), personId: people.soto.id, fromOn: TODAY, reason: REASON };
        return (caller) => appointSigner(form, caller);
      },
    },
  ],
  endMentorshipAction: [
    {
      on: "Kenichi's",
      runs: ["endMentorship"],
      allowed: ["makoto"],
      refusals: { kenichi: "OwnAppointment" },
      prepare: async (world) => {
        const { id: mentorshipId } = await mentorshipOf(world, "kenichi");
        return (caller) => endMentorship({ mentorshipId, reason: REASON }, caller);
      },
    },
  ],
  endAppointmentAction: [
    {
      on: "Taro's",
      runs: ["endAppointment"],
      allowed: ["makoto"],
      refusals: { taro: "OwnAppointment" },
      prepare: async (world) => {
        const { id: appointmentId } = await appointmentOf(world);
        return (caller) => endAppointment({ appointmentId, reason: REASON }, caller);
      },
    },
  ],
  setPolicyAction: [
    {
      on: "a number of the organisation",
      runs: ["setPolicyValue"],
      allowed: ["makoto", "shin"],
      prepare: async () => {
        const form = { onceKey: newId(), code: "g3.s2.pairDuty.n", value: "12", rows: [], holdsFrom: TODAY };
        return (caller) => setPolicyValue({ ...form, reason: REASON }, caller);
      },
    },
  ],
};

const REBASING: Rows = {
  rebaseAction: [
    {
      on: "the open STEP of Misaki",
      runs: ["rebaseSteps"],
      allowed: ["makoto"],
      prepare: async ({ people, enrolments: { liaison } }) => {
        const policyValues = { "platform.countersign.step0": true };
        await db().stepOpened.updateMany({ where: { enrolmentId: liaison.id }, data: { policyValues } });
        const preview = await previewRebasing(await actorOf(people.makoto.id), [liaison.id], NOW);
        const form = { enrolmentIds: [liaison.id], digest: preview?.digest ?? "", reason: REASON };
        return (caller) => rebaseSteps({ ...form, onceKey: newId() }, caller);
      },
    },
  ],
};

const PLACE = { group: "soc-monitoring" as const, step: 2 as const, item: null };
const SAID = { kind: "reading" as const, titleJa: "手順書", titleEn: null, url: null, noteJa: null, noteEn: null };
const aMaterial = async ({ people }: MatrixWorld) => {
  const onceKey = newId();
  await addMaterial({ ...PLACE, ...SAID, onceKey }, { actor: await actorOf(people.makoto.id), now: NOW });
  return onceKey;
};
const KEEPERS = ["makoto", "shin"] as const;

const MATERIALS: Rows = {
  addMaterialAction: [
    {
      on: "a STEP",
      runs: ["addMaterial"],
      allowed: KEEPERS,
      prepare: async () => (caller) => addMaterial({ ...PLACE, ...SAID, onceKey: newId() }, caller),
    },
  ],
  changeMaterialAction: [
    {
      on: "one that stands",
      runs: ["changeMaterial"],
      allowed: KEEPERS,
      prepare: async (world) => {
        const materialId = await aMaterial(world);
        return (caller) => changeMaterial({ ...SAID, materialId, onceKey: newId() }, caller);
      },
    },
  ],
  removeMaterialAction: [
    {
      on: "one that stands",
      runs: ["removeMaterial"],
      allowed: KEEPERS,
      prepare: async (world) => {
        const materialId = await aMaterial(world);
        return (caller) => removeMaterial({ materialId }, caller);
      },
    },
  ],
  moveMaterialAction: [
    {
      on: "one that stands",
      runs: ["moveMaterial"],
      allowed: KEEPERS,
      prepare: async (world) => {
        const materialId = await aMaterial(world);
        return (caller) => moveMaterial({ materialId, direction: "up" }, caller);
      },
    },
  ],
};

export const MANAGER: Rows = { ...ENROLMENTS, ...APPOINTMENTS, ...REBASING, ...MATERIALS, ...CURRICULUM };
