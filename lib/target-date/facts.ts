import "server-only";
import { curriculumFor } from "@/lib/curriculum/queries";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { isAtRisk, type TargetOutlook, targetOutlook } from "@/lib/domain/target-outlook";
import { isHere } from "@/lib/people/scope";
import { inChunks } from "@/lib/platform/chunks";
import { db } from "@/lib/platform/db";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { type EnrolmentTraining, loadTraining, type Measure, measureStep } from "@/lib/training/facts";
import { Prisma } from "@/prisma/generated/client";

type Calendar = { readonly zone: string; readonly day: string };
type Standing = { enrolmentId: string; step: StepNumber; targetOn: string };
export type TargetAtRisk = Standing & {
  readonly personId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly outlook: TargetOutlook;
};

/** Dates of open STEPs in the teams of a calendar, of people who are here, that nobody was told about yet. */
const loadStanding = ({ zone }: Calendar) => db().$queryRaw<Standing[]>`
  select s."enrolmentId", s."openStep"::int as step, to_char(d."targetOn", 'YYYY-MM-DD') as "targetOn"
    from "PersonStanding" s join "Person" m on m.id = s."personId" and ${isHere}
    join "Enrolment" e on e.id = s."enrolmentId" and e."endedOn" is null
    join "Team" t on t.id = s."teamId" and t."timeZone" = ${zone}
   cross join lateral (select x."targetOn" from "TargetDate" x where x."enrolmentId" = e.id and x.step = s."openStep"
                        order by x.attempt desc limit 1) d
   where d."targetOn" is not null
     and not exists (select 1 from "Notice" n where n.key = concat_ws(' ', 'target', e.id, s."openStep", to_char(d."targetOn", 'YYYY-MM-DD')))
   order by d."targetOn", s."enrolmentId"`;

/** Whose date will not be kept by what was done so far. Two statements for each thousand of dates. */
export async function findTargetsAtRisk(calendar: Calendar, now: Date): Promise<readonly TargetAtRisk[]> {
  const standing = await loadStanding(calendar);
  const policyToday = await findPolicyValuesNow(now);
  const found: TargetAtRisk[] = [];
  await inChunks(standing, async (some) => {
    const targets = new Map(some.map((each) => [each.enrolmentId, each]));
    for (const training of await loadTraining(db(), Prisma.sql`e.id = any(${[...targets.keys()]}::uuid[])`)) {
      const target = targets.get(training.ref.enrolmentId);
      const curriculum = await curriculumFor(training.editionId);
      if (target)
        found.push(atRisk(target, training, { curriculum, policyToday, basicCompleted: true, now }, calendar));
    }
  });
  return found.filter(({ outlook }) => isAtRisk(outlook));
}

function atRisk(target: Standing, training: EnrolmentTraining, measure: Measure, { day }: Calendar): TargetAtRisk {
  const { facts, ref } = training;
  const measured = measureStep(training, target.step, measure);
  const outlook = targetOutlook({ today: day, targetOn: target.targetOn, facts, measured });
  return { ...target, personId: ref.traineeId, roleGroupCode: ref.roleGroupCode, outlook };
}
