import { leastSupervisionOf } from "@/lib/domain/attestation";
import type { PlainDay } from "@/lib/domain/calendar";
import { tellJudged } from "@/lib/domain/chronicle";
import type { Judgement } from "@/lib/domain/facts";
import { toDbDay } from "@/lib/platform/days";
import { idOf, instantOn } from "./days";
import { isReviewer, personId, type Told, tell, type World } from "./world";

type Judged = {
  readonly criterionCode: string;
  readonly checkpoint: string;
  readonly judgement: Judgement;
  readonly on: PlainDay;
  readonly by: string;
  readonly comment: string;
};

/** 判定: a mentor judged one checkpoint. */
export function tellJudgement(
  world: World,
  told: Told,
  { criterionCode, checkpoint, judgement, on, by, comment }: Judged,
) {
  const judgedAt = instantOn(on, 15, `judged ${told.id} ${criterionCode}`);
  const judgedById = personId(world, by);
  const isSame = (each: { criterionCode: string; checkpoint: string }) =>
    each.criterionCode === criterionCode && each.checkpoint === checkpoint;
  const attempt = told.attestations.filter(isSame).length;
  const what = { criterionCode, checkpoint, judgement, supervision: levelOf(world, { criterionCode, judgement }) };
  const byReviewer = isReviewer(world, told, by);
  const id = idOf(`attestation ${told.id} ${criterionCode} ${checkpoint} ${attempt}`, judgedAt);
  const row = {
    id,
    enrolmentId: told.id,
    ...what,
    attempt,
    judgedById,
    judgedAt,
    judgedOn: toDbDay(on),
    byReviewer,
    comment,
  };
  world.rows.attestation.push(row);
  told.attestations.push({ ...what, judgedOn: on, attempt });
  const judgements = [tellJudged(what)];
  const body = { enrolmentId: told.id, criterionCode, judgements, byReviewer, requestClosed: false };
  tell(world, judgedAt, { action: "CriterionAttested", actorId: judgedById, subjectId: told.personId, body });
}

/** What the source asks for; in what one does the mentor looked through it, in what one explains nobody helped. */
function levelOf({ curriculum }: World, { criterionCode, judgement }: Pick<Judged, "criterionCode" | "judgement">) {
  if (judgement === "noOccasion") return null;
  const criterion = curriculum.criterion(criterionCode);
  const least = criterion ? leastSupervisionOf(criterion) : null;
  if (judgement === "notYet") return 2;
  return least ?? (criterion?.mode === "do" ? 3 : 4);
}

type Asking = { readonly criterionCode: string; readonly on: PlainDay; readonly note: string };

/** 判定の依頼, still open. */
export function tellJudgementRequest(world: World, told: Told, { criterionCode, on, note }: Asking) {
  const requestedAt = instantOn(on, 16, `asked ${told.id} ${criterionCode}`);
  const id = idOf(`judgement request ${told.id} ${criterionCode}`, requestedAt);
  world.rows.judgementRequest.push({ id, enrolmentId: told.id, criterionCode, note, requestedAt });
  const body = { requestId: id, enrolmentId: told.id, criterionCode };
  tell(world, requestedAt, { action: "JudgementRequested", actorId: told.personId, subjectId: told.personId, body });
}
