import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { toDbDay } from "@/lib/platform/days";
import { dayOf, idOf, instantOn } from "./days";
import type { Plan, PlannedPerson } from "./plan";
import { personId, teamId, tell, type World } from "./world";

/** Teams, people and what they hold. */
export function tellOrganisation(world: World, passwordHash: string) {
  const { plan, rows, foundedAt } = world;
  const { nameJa, nameEn } = plan.organisation;
  rows.organisation.push({ id: idOf("organisation", foundedAt), nameJa, nameEn, createdAt: foundedAt });
  const first = plan.grants[0];
  const firstAdmin = first ? personId(world, first.person) : "system";
  const root = teamId(world, plan.teams[0]?.code ?? "");
  tell(world, foundedAt, {
    action: "OrganisationSetUp",
    actorId: firstAdmin,
    subjectId: firstAdmin,
    body: { teamId: root },
  });
  for (const team of plan.teams) tellTeam(world, team, firstAdmin);
  for (const person of plan.people) tellPerson(world, person, { passwordHash, firstAdmin });
  for (const grant of plan.grants) tellGrant(world, grant, firstAdmin);
  for (const mentorship of plan.mentorships) tellMentorship(world, mentorship);
  for (const appointment of plan.appointments) tellAppointment(world, appointment);
}

function tellTeam(world: World, { code, parent, nameJa, nameEn }: Plan["teams"][number], actorId: string) {
  const { rows, foundedAt } = world;
  const id = teamId(world, code);
  const parentId = parent ? teamId(world, parent) : null;
  rows.team.push({ id, code, nameJa, nameEn, parentId, createdAt: foundedAt });
  const above = rows.teamAncestor.filter((row) => row.teamId === parentId);
  rows.teamAncestor.push(
    { teamId: id, ancestorId: id, depth: 0 },
    ...above.map(({ ancestorId, depth }) => ({ teamId: id, ancestorId, depth: depth + 1 })),
  );
  if (parentId) tell(world, foundedAt, { action: "TeamAdded", actorId, subjectId: id, body: { parentId } });
}

type Founding = { readonly passwordHash: string; readonly firstAdmin: string };

function tellPerson(world: World, person: PlannedPerson, { passwordHash, firstAdmin }: Founding) {
  const { rows, foundedAt, today } = world;
  const id = personId(world, person.key);
  const createdAt = foundedAt;
  const { name, reading, latin: latinName, number: employeeNumber, locale, affiliation } = person;
  rows.person.push({
    id,
    email: emailOf(person),
    name,
    reading,
    latinName,
    employeeNumber,
    locale,
    affiliation,
    createdAt,
  });
  rows.credential.push({ personId: id, passwordHash, changedAt: createdAt });
  rows.purposeAcknowledgement.push({ personId: id, version: PURPOSE_VERSION, acknowledgedAt: createdAt });
  const from = toDbDay(dayOf(world.plan.organisation.founded, today));
  for (const [at, code] of [person.team, ...person.also].entries())
    rows.membership.push({
      id: idOf(`membership ${person.key} ${code}`, createdAt),
      personId: id,
      teamId: teamId(world, code),
      isMain: at === 0,
      fromOn: from,
      createdAt,
    });
  if (id === firstAdmin) return;
  const body = { affiliation, teamId: teamId(world, person.team) };
  tell(world, createdAt, { action: "PersonAdded", actorId: firstAdmin, subjectId: id, body });
  tell(world, createdAt, {
    action: "PurposeAcknowledged",
    actorId: id,
    subjectId: id,
    body: { version: PURPOSE_VERSION },
  });
}

/** misaki.sato@minato.example */
export const emailOf = ({ latin }: Pick<PlannedPerson, "latin">) =>
  `${latin.toLowerCase().replace(" ", ".")}@minato.example`;

function tellGrant(world: World, { person, capacity, team, reason }: Plan["grants"][number], firstAdmin: string) {
  const { rows, foundedAt } = world;
  const id = idOf(`grant ${person} ${capacity}`, foundedAt);
  const held = { capacity, teamId: team ? teamId(world, team) : null };
  const subjectId = personId(world, person);
  const grantedById = subjectId === firstAdmin ? null : firstAdmin;
  rows.capacityGrant.push({ id, personId: subjectId, ...held, reason, grantedById, grantedAt: foundedAt });
  if (grantedById === null) return;
  tell(world, foundedAt, { action: "CapacityGranted", actorId: firstAdmin, subjectId, body: { grantId: id, ...held } });
}

function tellMentorship(world: World, { person, group, team, basis, by, on, reason }: Plan["mentorships"][number]) {
  const fromOn = dayOf(on, world.today);
  const appointedAt = instantOn(fromOn, 9, `mentorship ${person} ${group}`);
  const id = idOf(`mentorship ${person} ${group}`, appointedAt);
  const held = { roleGroupCode: group, teamId: team ? teamId(world, team) : null, basis };
  const [subjectId, appointedById] = [personId(world, person), personId(world, by)];
  const row = { id, personId: subjectId, ...held, reason, fromOn: toDbDay(fromOn), appointedById, appointedAt };
  world.rows.mentorship.push(row);
  const body = { mentorshipId: id, ...held, fromOn };
  tell(world, appointedAt, { action: "MentorAppointed", actorId: appointedById, subjectId, body });
}

function tellAppointment(world: World, { person, kind, team, group, by, on, reason }: Plan["appointments"][number]) {
  const fromOn = dayOf(on, world.today);
  const appointedAt = instantOn(fromOn, 9, `appointment ${person} ${kind}`);
  const id = idOf(`appointment ${person} ${kind}`, appointedAt);
  const held = { kind, teamId: teamId(world, team), roleGroupCode: group ?? null };
  const [subjectId, appointedById] = [personId(world, person), personId(world, by)];
  const row = { id, personId: subjectId, ...held, reason, fromOn: toDbDay(fromOn), appointedById, appointedAt };
  world.rows.appointment.push(row);
  const body = { appointmentId: id, ...held, fromOn };
  tell(world, appointedAt, { action: "SignerAppointed", actorId: appointedById, subjectId, body });
}
