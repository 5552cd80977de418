import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { Actor } from "@/lib/domain/access";
import { daysBetween } from "@/lib/domain/calendar";
import type { PolicyValues } from "@/lib/domain/policy";
import { standingOf } from "@/lib/domain/standing";
import { todayIn } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { anyId } from "@/lib/platform/sql";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { type EnrolmentTraining, loadTraining, measureStep } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";
import { type LoadedTrainee, loadTrainees } from "./records";
import { TRAINEES_PAGE, type TraineeList, type TraineeParams, type TraineeRow, type TraineeStep } from "./schema";

/** People whose training the actor may see, with how far the open STEPs are; 50 a page. Four statements. */
export async function listTrainees(actor: Actor, { q, page }: TraineeParams, now: Date): Promise<TraineeList> {
  const window = { offset: (page - 1) * TRAINEES_PAGE, limit: TRAINEES_PAGE };
  const { total, rows } = await loadTrainees(actor, { search: q, ...window });
  const steps = await measureOpenSteps(
    rows.flatMap(({ enrolmentIds }) => enrolmentIds),
    now,
  );
  return { total, page, rows: rows.map((row) => traineeRow(row, steps, now)) };
}

/** How far the open STEPs of enrolments are that somebody may see: their ids come from a scoped read. Three statements. */
export async function measureOpenSteps(enrolmentIds: readonly string[], now: Date): Promise<TraineeStep[]> {
  if (enrolmentIds.length === 0) return [];
  const [trainings, policyToday] = await Promise.all([
    loadTraining(db(), Prisma.sql`e.id = ${anyId(enrolmentIds)}`),
    findPolicyValuesNow(now),
  ]);
  return Promise.all(trainings.map((training) => stepOf(training, policyToday, now)));
}

async function stepOf(training: EnrolmentTraining, policyToday: PolicyValues, now: Date): Promise<TraineeStep> {
  const { enrolmentId, roleGroupCode } = training.ref;
  const completedSteps = training.completions.map(({ step }) => step);
  const { openStep } = standingOf({ roleGroupCode, completedSteps, lastVerifiedOn: null });
  const place = { enrolmentId, roleGroupCode, openStep, hasRequest: training.openRequest !== null };
  if (openStep === null) return { ...place, met: 0, all: 0 };
  const curriculum = await curriculumFor(training.editionId);
  const { progress, topics } = measureStep(training, openStep, { curriculum, policyToday, basicCompleted: true, now });
  if (topics) return { ...place, met: topics.done.length, all: topics.all };
  return { ...place, met: progress?.metCount ?? 0, all: progress?.all ?? 0 };
}

function traineeRow(row: LoadedTrainee, steps: readonly TraineeStep[], now: Date): TraineeRow {
  const { enrolmentIds, enrolledOn, timeZone, ...shown } = row;
  const own = steps.filter(({ enrolmentId }) => enrolmentIds.includes(enrolmentId));
  const since = shown.lastLoggedOn ?? enrolledOn;
  return { ...shown, steps: own, silentDays: Math.max(0, daysBetween(since, todayIn(timeZone, now))) };
}
