import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Curriculum } from "@/lib/curriculum/schema";
import { type Actor, canViewEnrolment, canViewHistory, type EnrolmentRef } from "@/lib/domain/access";
import { latestOf } from "@/lib/domain/calendar";
import { type Currency, claimableSteps, countedFrom, currencyMonths, currencyOf } from "@/lib/domain/currency";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import { type StepState, stepStates } from "@/lib/domain/step";
import { todayIn } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { findPolicyValues } from "@/lib/policy/queries";
import type { Prisma } from "@/prisma/generated/client";
import {
  type CompletionRow,
  type EnrolmentTraining,
  everOfPerson,
  hasBasicEducation,
  loadTraining,
  type Measure,
  type MeasuredStep,
  measureStep,
  ofPerson,
  todayOf,
} from "./facts";
import { loadRequests, type RequestRow } from "./records";

export type OwnRequest = RequestRow;

/** One enrolment as a page shows it: its stations, the open STEP measured, and later STEPs that have records already. */
export type EnrolmentView = {
  training: EnrolmentTraining;
  curriculum: Curriculum;
  today: string;
  states: readonly StepState<CompletionRow & { byId: string }>[];
  openStep: StepNumber | null;
  measured: readonly MeasuredStep[];
  /** Measures any STEP of this enrolment, for the page of that STEP. */
  measure: Measure;
};

/** A person's open enrolments, as far as the actor may see them; empty where there are none or none is theirs to see. */
export const listTraining = (actor: Actor, personId: string, now: Date): Promise<readonly EnrolmentView[]> =>
  viewed(actor, ofPerson(personId), canViewEnrolment, now);

/** The same with enrolments that have ended, also for who reads no texts (product.md, 17). */
export const listWholeTraining = (actor: Actor, personId: string, now: Date): Promise<readonly EnrolmentView[]> =>
  viewed(actor, everOfPerson(personId), canViewHistory, now);

type MayView = (actor: Actor, enrolment: EnrolmentRef) => boolean;

async function viewed(actor: Actor, where: Prisma.Sql, mayView: MayView, now: Date): Promise<readonly EnrolmentView[]> {
  const all = await loadTraining(db(), where, actor.id);
  const visible = all.filter(({ ref }) => mayView(actor, ref));
  const [first] = visible;
  if (!first) return [];
  const policyToday = await findPolicyValues(todayOf(first, now));
  const basicCompleted = hasBasicEducation(all);
  return Promise.all(
    visible.map(async (training) => {
      const curriculum = await curriculumFor(training.editionId);
      return viewOf(training, { curriculum, policyToday, basicCompleted, now });
    }),
  );
}

function viewOf(training: EnrolmentTraining, measure: Measure): EnrolmentView {
  const completions = training.completions.map((each) => ({ ...each, byId: each.personId }));
  const states = stepStates({
    roleGroupCode: training.ref.roleGroupCode,
    completions,
    basicCompleted: measure.basicCompleted,
  });
  const open = states.find(({ state }) => state === "open");
  const withRecords = states.filter(
    ({ step, state }) => state === "later" && hasClaims(training, step, measure.curriculum),
  );
  return {
    training,
    curriculum: measure.curriculum,
    today: todayOf(training, measure.now),
    states,
    openStep: open?.step ?? null,
    measured: [...(open ? [open] : []), ...withRecords].map(({ step }) => measureStep(training, step, measure)),
    measure,
  };
}

const hasClaims = ({ facts }: EnrolmentTraining, step: StepNumber, { criterion }: Curriculum) =>
  facts.claims.some(({ criterionCode }) => criterion(criterionCode)?.step === step);

/** STEPs 1–3 that a record may be claimed for, now or ahead, measured. */
export function stepsToClaim({ training, states, measure }: EnrolmentView): MeasuredStep[] {
  const completed = new Set(states.filter(({ completion }) => completion !== null).map(({ step }) => step));
  return claimableSteps(training.ref.roleGroupCode, completed, measure.policyToday)
    .filter((step) => step > 0)
    .map((step) => measureStep(training, step, measure));
}

/** Until when the trainee counts as current in the role group; null where it is not looked at, or nothing is completed. */
export function currencyIn({ training, states, measure, today }: EnrolmentView): Currency | null {
  const months = currencyMonths(training.ref.roleGroupCode, measure.policyToday);
  const completed = states.filter(({ step, completion }) => completion !== null && step > 0);
  const days = training.facts.claims.filter(({ standing }) => standing === "verified").map((claim) => claim.happenedOn);
  const from = countedFrom({
    lastVerifiedOn: latestOf(days),
    completedOn: states.flatMap(({ completion }) => completion?.on ?? []),
  });
  return months === null || completed.length === 0 || from === null ? null : currencyOf(from, months, today);
}

/** One STEP of one of these enrolments, open or not, as an address names it; null where there is none. */
export function stepIn(
  enrolments: readonly EnrolmentView[],
  { enrolmentId, step }: { enrolmentId: string; step: string },
): { enrolment: EnrolmentView; measured: MeasuredStep } | null {
  const enrolment = enrolments.find(({ training }) => training.ref.enrolmentId === enrolmentId);
  const state = enrolment?.states.find((each) => String(each.step) === step);
  return enrolment && state
    ? { enrolment, measured: measureStep(enrolment.training, state.step, enrolment.measure) }
    : null;
}

/** What an own enrolment is measured by whatever happens meanwhile: its edition, and the policy of today. */
export type Ground = { readonly editions: ReadonlyMap<string, Curriculum>; readonly policy: PolicyValues };

/** Read before a command's transaction, which must not wait for a second connection. Two statements. */
export async function findGround({ id: personId }: Actor, now: Date): Promise<Ground> {
  const found = await db().enrolment.findMany({
    where: { personId, endedOn: null },
    select: { editionId: true, team: { select: { timeZone: true } } },
    orderBy: { id: "asc" },
  });
  const editionIds = [...new Set(found.map(({ editionId }) => editionId))];
  const today = todayIn(found[0]?.team.timeZone ?? DEFAULT_ZONE, now);
  const [policy, ...editions] = await Promise.all([findPolicyValues(today), ...editionIds.map(curriculumFor)]);
  return { policy, editions: new Map(editions.map((edition) => [edition.editionId, edition])) };
}

export const REQUESTS_SHOWN = 50;

/** The actor's own requests for a sign-off, the latest first. One statement. */
export const listOwnRequests = ({ id }: Actor): Promise<readonly OwnRequest[]> =>
  loadRequests(db(), id, REQUESTS_SHOWN);
