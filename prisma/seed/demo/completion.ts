import { addDays, type PlainDay } from "@/lib/domain/calendar";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { countedClaims, restedOn } from "@/lib/domain/rested-on";
import { stepProgress, topicProgress } from "@/lib/domain/step";
import { toDbDay } from "@/lib/platform/days";
import { digestOf } from "@/lib/platform/digest";
import { dayOf, idOf, instantOn } from "./days";
import type { PlannedStep } from "./plan";
import { isReviewer, personId, type Told, tell, type World } from "./world";

/** 承認依頼 and STEP完了承認. */

type Requesting = PlannedStep & { readonly on: PlainDay };
type Requested = { readonly requestId: string };

export function tellRequest(world: World, told: Told, step: StepNumber, planned: Requesting): Requested {
  const requestedAt = instantOn(planned.on, 17, `request ${told.id} ${step}`);
  const requestId = idOf(`request ${told.id} ${step}`, requestedAt);
  requireMet(world, told, step, planned.on);
  const asked = { requestedById: told.personId, requestedAt, note: planned.note };
  world.rows.signOffRequest.push({ id: requestId, enrolmentId: told.id, step, attempt: 0, ...asked });
  const body = { requestId, enrolmentId: told.id, step, attempt: 0 };
  tell(world, requestedAt, { action: "SignOffRequested", actorId: told.personId, subjectId: told.personId, body });
  if (planned.back) tellSentBack(world, told, step, { ...planned, requestId });
  if (planned.signature)
    tellSignature(world, told, step, { ...planned, requestId, on: dayOf(planned.signature, world.today) });
  return { requestId };
}

/** The seed claims a STEP complete only where the rules say so. */
function requireMet(world: World, told: Told, step: StepNumber, on: PlainDay) {
  const { unmet } = asItStands(world, told, step, on);
  if (unmet.length > 0) throw new Error(`${told.person.key} has not met ${unmet.join(", ")} on ${on}`);
}

function asItStands(world: World, told: Told, step: StepNumber, on: PlainDay) {
  const { curriculum } = world;
  const roleGroup = told.roleGroupCode as RoleGroupCode | null;
  const { policy, on: openedOn } = told.opened.get(step) ?? { policy: {}, on: null };
  if (step === 0) {
    const nodes =
      roleGroup === null ? curriculum.structure.basicEducation : curriculum.roleGroup(roleGroup).commonEducation;
    return { policy, openedOn, criteria: [], progress: [], unmet: topicProgress(nodes, told.topics).open };
  }
  const criteria = curriculum.criteriaOf(roleGroup, step, told.tracks);
  const facts = {
    enrolledOn: told.enrolledOn,
    claims: told.claims.map(({ fact }) => fact),
    attestations: told.attestations,
    openRemarks: [],
    leaves: [],
  };
  const { drillCases } = curriculum.structure;
  const measure = { facts, tracks: told.tracks, policy, calendar: { today: on, fiscalYearStartMonth: 4 }, drillCases };
  const { criteria: progress } = stepProgress({ step, criteria }, measure);
  const unmet = progress.filter(({ met }) => !met).map(({ criterionCode }) => criterionCode);
  return { policy, openedOn, criteria, progress, unmet };
}

type SignOff = PlannedStep & Requested & { readonly on: PlainDay };

export function tellSignOff(world: World, told: Told, step: StepNumber, signing: SignOff) {
  const { requestId, by, countersigned, on } = signing;
  if (countersigned) tellSignature(world, told, step, { ...signing, on: addDays(on, -1) });
  const signedAt = instantOn(on, 14, `signed ${told.id} ${step}`);
  const id = idOf(`sign-off ${told.id} ${step}`, signedAt);
  const [mentorId, countersignedById] = [personId(world, by), countersigned ? personId(world, countersigned) : null];
  const byReviewer = isReviewer(world, told, by);
  const rested = restedNow(world, told, step, on);
  const { rows } = world;
  const decidedById = countersignedById ?? mentorId;
  rows.requestOutcome.push({ requestId, kind: "signedOff", decidedById, decidedAt: signedAt, comment: "" });
  rows.stepSignOff.push({
    id,
    enrolmentId: told.id,
    step,
    requestId,
    traineeId: told.personId,
    mentorId,
    byReviewer,
    countersignedById,
    countersignedAt: countersignedById && signedAt,
    signedOn: toDbDay(on),
    signedAt,
    restedOn: rested as unknown as object,
  });
  const frozen = freeze(world, told, id, countedClaims(rested));
  const body = { enrolmentId: told.id, step, requestId, signOffId: id, mentorId, byReviewer };
  const digests = { edition: world.curriculum.digest, rested: digestOf(rested) };
  const more = { countersignerId: countersignedById, frozen, ...digests };
  const about = { actorId: decidedById, subjectId: told.personId, body: { ...body, ...more } };
  tell(world, signedAt, { action: "StepSignedOff", ...about });
}

function freeze({ rows }: World, told: Told, signOffId: string, claimIds: readonly string[]): number {
  const counted = new Set(claimIds);
  const frozen = told.claims.filter(({ fact }) => counted.has(fact.claimId));
  for (const { fact, verificationId } of frozen)
    if (verificationId) rows.frozenClaim.push({ signOffId, claimId: fact.claimId, verificationId });
  return frozen.length;
}

function restedNow(world: World, told: Told, step: StepNumber, on: PlainDay) {
  const { curriculum, wording } = world;
  const { policy, openedOn, criteria, progress } = asItStands(world, told, step, on);
  return restedOn({
    edition: curriculum.digest,
    wording: wording.digest,
    openedOn,
    policy,
    criteria,
    progress,
    textOf: (code) => {
      const { title, text } = wording.words.items[code] ?? { text: { ja: code, en: code } };
      return { title: title ?? text, text };
    },
    attestations: told.attestations,
    topics: step === 0 ? told.topics : [],
  });
}

/** The mentor's signature, where a second one is asked for. */
function tellSignature(
  world: World,
  told: Told,
  step: StepNumber,
  { requestId, by, on }: Pick<SignOff, "requestId" | "by" | "on">,
) {
  const signedAt = instantOn(on, 13, `signature ${told.id} ${step}`);
  const mentorId = personId(world, by);
  world.rows.mentorSignature.push({ requestId, mentorId, signedAt, comment: "" });
  const body = { enrolmentId: told.id, step, requestId, byReviewer: isReviewer(world, told, by) };
  tell(world, signedAt, { action: "StepSignedByMentor", actorId: mentorId, subjectId: told.personId, body });
}

/** The request ended with a reason; the trainee has answered, and nobody has read the answer yet. */
function tellSentBack(world: World, told: Told, step: StepNumber, { back, by, requestId }: PlannedStep & Requested) {
  if (!back) return;
  const { rows, today } = world;
  const madeAt = instantOn(dayOf(back.on, today), 11, `sent back ${told.id}`);
  const answeredAt = instantOn(dayOf(back.answered, today), 10, `answered ${told.id}`);
  const byId = personId(world, by);
  rows.requestOutcome.push({ requestId, kind: "sentBack", decidedById: byId, decidedAt: madeAt, comment: "" });
  const id = idOf(`remark ${requestId}`, madeAt);
  const about = { enrolmentId: told.id, criterionCode: back.code, requestId, byId, madeAt };
  rows.remark.push({ id, ...about, reason: back.reason, answer: back.answer, answeredAt });
  const body = { enrolmentId: told.id, step, requestId, codes: [back.code] };
  tell(world, madeAt, { action: "SignOffSentBack", actorId: byId, subjectId: told.personId, body });
  const own = { actorId: told.personId, subjectId: told.personId };
  tell(world, answeredAt, { action: "RemarkAnswered", ...own, body: { remarkId: id } });
}
