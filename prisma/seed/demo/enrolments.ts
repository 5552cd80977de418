import { addDays, type PlainDay } from "@/lib/domain/calendar";
import { tellRecognition } from "@/lib/domain/chronicle";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { STEP_NUMBERS, type StepNumber } from "@/lib/domain/proficiency";
import { toDbDay } from "@/lib/platform/days";
import { tellRequest, tellSignOff } from "./completion";
import { dayOf, idOf, instantOn, pick } from "./days";
import { tellJudgement } from "./judgement";
import type { Plan, PlannedEnrolment, PlannedStep } from "./plan";
import { policyOn } from "./policy";
import { tellOccasion } from "./practice";
import { type Span, satisfy } from "./satisfy";
import { tellWork } from "./work";
import { personId, plannedPerson, type Told, teamId, tell, type World } from "./world";

type Enrolling = {
  readonly person: string;
  readonly group: RoleGroupCode | null;
  readonly team: string;
  readonly tracks: PlannedEnrolment["tracks"];
  readonly on: PlainDay;
  readonly by: string;
};

/** 育成登録, with STEP 0 open. */
function tellEnrolment(world: World, { person: key, group, team, tracks, on, by }: Enrolling): Told {
  const createdAt = instantOn(on, 9, `enrolled ${key} ${group}`);
  const id = idOf(`enrolment ${key} ${group}`, createdAt);
  const person = plannedPerson(world, key);
  const who = { personId: personId(world, key), teamId: teamId(world, team) };
  const createdById = personId(world, by);
  const { editionId } = world.curriculum;
  const row = { id, ...who, roleGroupCode: group, tracks, editionId, enrolledOn: toDbDay(on), createdAt, createdById };
  world.rows.enrolment.push(row);
  const body = { enrolmentIds: [id], roleGroupCode: group, tracks, teamId: who.teamId, enrolledOn: on };
  tell(world, createdAt, { action: "PersonEnrolled", actorId: createdById, subjectId: who.personId, body });
  const told = { ...who, id, person, roleGroupCode: group, tracks, enrolledOn: on };
  const begun: Told = { ...told, opened: new Map(), claims: [], attestations: [], topics: [] };
  openStep(world, begun, 0, on);
  return begun;
}

export function openStep(world: World, told: Told, step: StepNumber, on: PlainDay) {
  if (told.opened.has(step)) return;
  const policy = policyOn(world, on);
  told.opened.set(step, { on, policy });
  const openedAt = instantOn(on, 18, `opened ${told.id} ${step}`);
  const row = { enrolmentId: told.id, step, openedOn: toDbDay(on), openedAt, policyValues: policy as object };
  world.rows.stepOpened.push(row);
}

/** Basic education, of those who did it here and of those who had it before. */
export function tellBasicEducation(world: World, basic: Plan["basic"][number]) {
  const { today } = world;
  for (const key of basic.people) {
    const { team } = plannedPerson(world, key);
    const manager = key === "nakamura" ? "fujita" : "nakamura";
    const on = dayOf(basic.enrolled ?? basic.recognised ?? "-18/4", today);
    const told = tellEnrolment(world, { person: key, group: null, team, tracks: [], on, by: manager });
    if (basic.recognised) {
      recognise(world, told, { steps: [0], on, by: manager, reason: basic.reason ?? "" });
    } else {
      const signed = basic.signed ?? "-17/8";
      complete(world, told, 0, { by: basic.by ?? "nakamura", signed, note: "" });
    }
  }
}

export function tellRoleGroup(world: World, planned: PlannedEnrolment) {
  const { person, group, team, tracks, recognised, steps } = planned;
  const manager = person === "nakamura" ? "fujita" : "nakamura";
  const on = dayOf(planned.enrolled, world.today);
  const told = tellEnrolment(world, { person, group, team, tracks, on, by: manager });
  for (const step of STEP_NUMBERS) {
    if (recognised && step === 1) {
      const granted = STEP_NUMBERS.filter((each) => each > 0 && each <= recognised.to);
      recognise(world, told, { ...recognised, steps: granted, on: dayOf(recognised.on, world.today) });
    }
    const plannedStep = steps[`${step}`];
    if (plannedStep) complete(world, told, step, plannedStep);
  }
  for (const [code, work] of Object.entries(planned.work)) tellWork(world, told, code, work);
}

type Granting = {
  readonly steps: readonly StepNumber[];
  readonly on: PlainDay;
  readonly by: string;
  readonly reason: string;
};

/** 既得認定: one act, a row for each STEP, and what follows opened. */
function recognise(world: World, told: Told, { steps, on, by, reason }: Granting) {
  const recognisedAt = instantOn(on, 10, `recognised ${told.id}`);
  const recognisedById = personId(world, by);
  const granted = steps.map((step) => {
    const id = idOf(`recognition ${told.id} ${step}`, recognisedAt);
    const who = { enrolmentId: told.id, step, traineeId: told.personId, recognisedById };
    world.rows.recognition.push({ id, ...who, recognisedOn: toDbDay(on), recognisedAt, reason });
    if (told.roleGroupCode !== null && step < 3) openStep(world, told, (step + 1) as StepNumber, on);
    return tellRecognition({ recognitionId: id, enrolmentId: told.id, step });
  });
  const body = { enrolmentId: told.id, recognisedOn: on, recognised: granted };
  tell(world, recognisedAt, { action: "StepsRecognised", actorId: recognisedById, subjectId: told.personId, body });
}

/** Everything that a STEP asks for, then the request, and the decision where there is one. */
function complete(world: World, told: Told, step: StepNumber, planned: PlannedStep) {
  const signedOn = planned.signed && dayOf(planned.signed, world.today);
  const requestedOn = planned.requested ? dayOf(planned.requested, world.today) : addDays(signedOn ?? world.today, -4);
  const from = planned.from ? dayOf(planned.from, world.today) : told.enrolledOn;
  const until = planned.until ? dayOf(planned.until, world.today) : addDays(requestedOn, -6);
  if (step === 0) learnTopics(world, told, { from, to: until });
  else practise(world, told, step, { span: { from, to: until }, by: planned.by });
  const request = tellRequest(world, told, step, { ...planned, on: requestedOn });
  if (!signedOn) return;
  tellSignOff(world, told, step, { ...planned, ...request, on: signedOn });
  if (told.roleGroupCode !== null && step < 3) openStep(world, told, (step + 1) as StepNumber, signedOn);
}

function learnTopics(world: World, told: Told, { from, to }: Span) {
  const codes = world.curriculum.topicsOf(told.roleGroupCode as RoleGroupCode | null);
  for (const [at, taskCode] of codes.entries()) {
    const doneOn = addDays(from, Math.floor(((at + 1) * dayCount(from, to)) / (codes.length + 1)));
    const markedAt = instantOn(doneOn, 16 + pick(taskCode, 2), `${told.id} ${taskCode}`);
    world.rows.taskDone.push({ enrolmentId: told.id, taskCode, doneOn: toDbDay(doneOn), markedAt });
    told.topics.push({ code: taskCode, doneOn });
    const body = { enrolmentId: told.id, taskCode, doneOn };
    tell(world, markedAt, { action: "TaskMarkedDone", actorId: told.personId, subjectId: told.personId, body });
  }
}

const dayCount = (from: PlainDay, to: PlainDay) => Math.max(1, (Date.parse(to) - Date.parse(from)) / 86_400_000);

type Practising = { readonly span: Span; readonly by: string };

/** Every criterion of the STEP is met. */
function practise(world: World, told: Told, step: StepNumber, { span, by }: Practising) {
  const { curriculum } = world;
  const policy = told.opened.get(step)?.policy ?? policyOn(world, span.to);
  const ground = { policy, drillCases: curriculum.structure.drillCases };
  for (const criterion of curriculum.criteriaOf(told.roleGroupCode as RoleGroupCode, step, told.tracks)) {
    const { occasions, attested } = satisfy(criterion, span, ground);
    for (const [at, occasion] of occasions.entries()) tellOccasion(world, told, occasion, { mentor: by, at });
    for (const { checkpoint, on } of attested) {
      const judged = { criterionCode: criterion.code, checkpoint, on, by, comment: "" };
      tellJudgement(world, told, { ...judged, judgement: "met" });
    }
  }
}
