import type { CheckpointJudgement } from "@/lib/domain/attestation";
import { addDays } from "@/lib/domain/calendar";
import type { Judgement } from "@/lib/domain/facts";
import type { Supervision } from "@/lib/domain/rule";
import { compared, type FirstJudgement, isDifferent } from "@/lib/domain/second-opinion";
import { toDbDay } from "@/lib/platform/days";
import { dayOf, idOf, instantOn } from "./days";
import type { Plan } from "./plan";
import { personId, tell, type World } from "./world";

/** What mentors do beside deciding: what they take on, what they write, whom they ask; and by when STEPs are meant to be done. */
export function tellMentoring(world: World) {
  for (const hold of world.plan.holds) tellHold(world, hold);
  for (const note of world.plan.notes) tellNote(world, note);
  for (const opinion of world.plan.opinions) tellOpinion(world, opinion);
  for (const target of world.plan.targets) tellTarget(world, target);
}

function enrolmentIn({ rows, ...world }: World, { person, group }: { person: string; group: string | null }): string {
  const owner = personId({ rows, ...world }, person);
  const found = rows.enrolment.find((row) => row.personId === owner && row.roleGroupCode === group);
  if (!found) throw new Error(`content/demo: ${person} is not enrolled in ${group}`);
  return found.id;
}

/** As policy has it where nobody set it. */
const HOLD_HOURS = 72;

/** 引き受け of a judgement that was asked for. */
function tellHold(world: World, { by, person, group, code, on }: Plan["holds"][number]) {
  const enrolmentId = enrolmentIn(world, { person, group });
  const isAsked = (row: { enrolmentId: string; criterionCode: string }) =>
    row.enrolmentId === enrolmentId && row.criterionCode === code;
  const request = world.rows.judgementRequest.find(isAsked);
  if (!request) throw new Error(`content/demo: ${person} asked for no judgement of ${code}`);
  const takenAt = instantOn(dayOf(on, world.today), 10, `hold ${request.id}`);
  const [id, holderId] = [idOf(`hold ${request.id}`, takenAt), personId(world, by)];
  const until = new Date(takenAt.getTime() + HOLD_HOURS * 3_600_000);
  world.rows.hold.push({ id, enrolmentId, judgementRequestId: request.id, holderId, takenAt, until, note: "" });
  const held = { subject: "judgement", subjectId: request.id, enrolmentIds: [enrolmentId] };
  const body = { ...held, holdIds: [id], hours: HOLD_HOURS };
  tell(world, takenAt, { action: "HoldTaken", actorId: holderId, subjectId: personId(world, person), body });
}

/** 所見 */
function tellNote(world: World, { by, about, on, text }: Plan["notes"][number]) {
  const writtenAt = instantOn(dayOf(on, world.today), 17, `note ${by} ${about}`);
  const id = idOf(`note ${by} ${about} ${on}`, writtenAt);
  const [byId, subjectId] = [personId(world, by), personId(world, about)];
  world.rows.mentorNote.push({ id, personId: subjectId, byId, text, writtenAt });
  tell(world, writtenAt, { action: "MentorNoteWritten", actorId: byId, subjectId, body: { noteId: id } });
}

/** 2人目の意見, given or still asked for. */
function tellOpinion(world: World, opinion: Plan["opinions"][number]) {
  const { person, group, code: criterionCode, by, of, on, note, given, said } = opinion;
  const enrolmentId = enrolmentIn(world, { person, group });
  const subjectId = personId(world, person);
  const [askedById, askedOfId] = [personId(world, by), personId(world, of)];
  const askedAt = instantOn(dayOf(on, world.today), 11, `opinion ${enrolmentId} ${criterionCode}`);
  const id = idOf(`opinion ${enrolmentId} ${criterionCode}`, askedAt);
  const asked = { opinionId: id, enrolmentId, criterionCode };
  tell(world, askedAt, { action: "OpinionAsked", actorId: askedById, subjectId, body: { ...asked, askedOfId } });
  const givenAt = given ? instantOn(dayOf(given, world.today), 14, `given ${id}`) : null;
  world.rows.secondOpinion.push({ id, enrolmentId, criterionCode, askedById, askedOfId, note, askedAt, givenAt });
  if (givenAt === null) return;
  const second = Object.entries(said).map(([checkpoint, each]) => ({ checkpoint, ...each }) as CheckpointJudgement);
  world.rows.opinionJudgement.push(...second.map((each) => ({ opinionId: id, ...each })));
  const differs = isDifferent(compared(second, firstOf(world, { ...asked, askedById }), givenAt.toISOString()));
  const body = { ...asked, askedById, differs };
  tell(world, givenAt, { action: "OpinionGiven", actorId: askedOfId, subjectId, body });
}

type Asked = { readonly enrolmentId: string; readonly criterionCode: string; readonly askedById: string };

const firstOf = ({ rows }: World, { enrolmentId, criterionCode, askedById }: Asked): FirstJudgement[] =>
  rows.attestation
    .filter((row) => row.enrolmentId === enrolmentId && row.criterionCode === criterionCode)
    .filter(({ judgedById }) => judgedById === askedById)
    .map(({ checkpoint, judgement, supervision = null, comment, judgedAt }) => ({
      checkpoint,
      judgement: judgement as Judgement,
      supervision: supervision as Supervision | null,
      comment,
      judgedAt: new Date(judgedAt).toISOString(),
    }));

/** 目標日 */
function tellTarget(world: World, { person, group, step, by, on, in: ahead, reason }: Plan["targets"][number]) {
  const enrolmentId = enrolmentIn(world, { person, group });
  const targetOn = addDays(world.today, ahead);
  const setAt = instantOn(dayOf(on, world.today), 15, `target ${enrolmentId} ${step} ${on}`);
  const earlier = world.rows.targetDate.filter((row) => row.enrolmentId === enrolmentId && row.step === step);
  const [attempt, setById] = [earlier.length, personId(world, by)];
  const before = earlier.at(-1)?.targetOn;
  const id = idOf(`target ${enrolmentId} ${step} ${attempt}`, setAt);
  world.rows.targetDate.push({ id, enrolmentId, step, attempt, targetOn: toDbDay(targetOn), setById, setAt, reason });
  const earlierOn = before ? new Date(before).toISOString().slice(0, 10) : null;
  const body = { enrolmentId, step, attempt, targetOn, earlierOn };
  tell(world, setAt, { action: "TargetDateSet", actorId: setById, subjectId: personId(world, person), body });
}
