import { curriculumFor } from "@/lib/curriculum/queries";
import type { CriterionNode, RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import type { OnTrainee } from "./act";

/** What there is to do something to, read plainly from the rows. */

export const TODAY = "2026-11-20";
export const REASON = "どの会議か読み取れません。";

export const enrolments = (personId: string) =>
  db().enrolment.findMany({ where: { personId }, orderBy: { id: "asc" } });

export const inGroup = async ({ traineeId }: Pick<OnTrainee, "traineeId">) =>
  (await enrolments(traineeId)).find(({ roleGroupCode }) => roleGroupCode !== null)?.id ?? newId();

/** STEP 0 is as often basic education as common education. */
export const forStep = async ({ traineeId, step, pick }: Pick<OnTrainee, "traineeId" | "step" | "pick">) => {
  const all = await enrolments(traineeId);
  const fitting = step === 0 ? all : all.filter(({ roleGroupCode }) => roleGroupCode !== null);
  return pick(fitting) ?? { id: newId(), roleGroupCode: null };
};

/** Of the edition and the tracks that the enrolment has now. */
export async function criteriaOf(enrolmentId: string, step: number): Promise<readonly CriterionNode[]> {
  const row = await db().enrolment.findUnique({ where: { id: enrolmentId } });
  if (!row) return [];
  const curriculum = await curriculumFor(row.editionId);
  return curriculum.criteriaOf(row.roleGroupCode as RoleGroupCode, step as StepNumber, row.tracks as Track[]);
}

/** Criteria that a mentor judges and has not judged met. */
export async function unjudged(enrolmentId: string, step: number): Promise<readonly string[]> {
  const said = await db().attestation.findMany({ where: { enrolmentId }, orderBy: { attempt: "asc" } });
  const latest = new Map(said.map(({ criterionCode, judgement }) => [criterionCode, judgement]));
  const codes = (await criteriaOf(enrolmentId, step)).filter(({ rule }) => rule.kind === "attest");
  return codes.map(({ code }) => code).filter((code) => latest.get(code) !== "met");
}

export const toJudge = async (enrolmentId: string, step: number, pick: OnTrainee["pick"]) =>
  pick(await unjudged(enrolmentId, step)) ?? `small.s${step}.explain`;
