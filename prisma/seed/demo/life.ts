import { addLocalItem } from "@/lib/local-curriculum/commands";
import { addition } from "@/lib/local-curriculum/schema";
import { toDbDay } from "@/lib/platform/days";
import { dayOf, idOf, instantOn } from "./days";
import type { Plan } from "./plan";
import { personId, teamId, tell, type World } from "./world";

/** What a record lives through beside training. After the training was told: a revocation points at what it revokes. */
export function tellLife(world: World) {
  for (const leave of world.plan.leaves) tellLeave(world, leave);
  for (const revocation of world.plan.revocations) tellRevocation(world, revocation);
}

function tellLeave(world: World, { person, by, on, from, to }: Plan["leaves"][number]) {
  const [fromOn, toOn] = [dayOf(from, world.today), dayOf(to, world.today)];
  const enteredAt = instantOn(dayOf(on, world.today), 10, `leave ${person} ${from}`);
  const [id, subjectId] = [idOf(`leave ${person} ${from}`, enteredAt), personId(world, person)];
  const entered = { enteredById: personId(world, by), enteredAt };
  world.rows.leave.push({ id, personId: subjectId, fromOn: toDbDay(fromOn), toOn: toDbDay(toOn), ...entered });
  const body = { leaveId: id, fromOn, toOn };
  tell(world, enteredAt, { action: "LeaveEntered", actorId: entered.enteredById, subjectId, body });
}

function tellRevocation(
  world: World,
  { person, group, step, by, on, reason, reinstated }: Plan["revocations"][number],
) {
  const subjectId = personId(world, person);
  const enrolment = world.rows.enrolment.find((row) => row.personId === subjectId && row.roleGroupCode === group);
  const signOff = world.rows.stepSignOff.find((row) => row.enrolmentId === enrolment?.id && row.step === step);
  if (!enrolment?.id || !signOff?.id)
    throw new Error(`content/demo: ${person} has no sign-off of ${group} STEP${step}`);
  const revokedAt = instantOn(dayOf(on, world.today), 11, `revoked ${signOff.id}`);
  const reinstatedAt = instantOn(dayOf(reinstated.on, world.today), 15, `reinstated ${signOff.id}`);
  const [revokedById, reinstatedById] = [personId(world, by), personId(world, reinstated.by)];
  const id = idOf(`revocation ${signOff.id}`, revokedAt);
  const lifted = { reinstatedById, reinstatedAt, reinstateReason: reinstated.reason };
  world.rows.revocation.push({ id, signOffId: signOff.id, revokedById, revokedAt, reason, ...lifted });
  const of = { revocationId: id, completionId: signOff.id, by: "signOff", enrolmentId: enrolment.id, step };
  tell(world, revokedAt, { action: "StepRevoked", actorId: revokedById, subjectId, body: { ...of, suspended: [] } });
  const body = { ...of, resumed: [] };
  tell(world, reinstatedAt, { action: "StepReinstated", actorId: reinstatedById, subjectId, body });
}

/** By the product's own command: what it makes is an edition. Nobody in training is moved by it. */
export async function addLocalItems(world: World) {
  for (const { by, on, team, group, step, kind, text, reason } of world.plan.local) {
    const now = instantOn(dayOf(on, world.today), 14, `local ${text.en}`);
    const place = { onceKey: idOf(`local ${text.en}`, now), reach: teamId(world, team), group, step: String(step) };
    const said = { section: "task", kind, textJa: text.ja, textEn: text.en, reason };
    const holds = { isAdmin: false, isAuditor: false, isTrainee: false, mentorships: [], appointments: [] };
    const actor = { id: personId(world, by), ...holds, managedTeamIds: [teamId(world, team)] };
    const added = await addLocalItem(addition.parse({ ...place, ...said }), { actor, now });
    if (!added.ok) throw new Error(`content/demo: ${added.refusal.code} at ${text.en}`);
  }
}
