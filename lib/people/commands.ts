import "server-only";
import { type Actor, type Caller, canManagePeople } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import {
  deactivate,
  addPerson as decideAdding,
  editPerson as decideEdit,
  type PersonDecision,
  type PersonProfile,
  type ProfileField,
  reactivate,
} from "@/lib/domain/person";
import { accept, refuse } from "@/lib/domain/result";
import { type AuditAction, type AuditBody, recordEvent, recordEvents } from "@/lib/platform/audit";
import { inChunks } from "@/lib/platform/chunks";
import { toDbDay } from "@/lib/platform/days";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { lockOrganisation, organisationToday } from "@/lib/platform/organisation";
import { loadPerson, releasePerson } from "./facts";
import { loadClashes, profileColumns, seenState } from "./records";
import type { NewPerson, PersonEdit, PersonWithReason } from "./schema";

type Added = { personId: string };

/** The form's key is the person's id: the same form sent twice is one person. */
export const addPerson = (input: NewPerson, { actor, now }: Caller) =>
  inTransaction<PersonDecision<Added>>(
    async (tx) => {
      const already = await addedBefore(tx, input, actor.id);
      if (already) return already;
      const decision = decideAdding(input, await loadClashes(tx, input, input.onceKey), actor);
      if (!decision.ok) return decision;
      if (!(await firstTeamIsOpen(tx, input.teamId))) return refuse({ code: "NotFound" });

      const made = { createdAt: now, createdById: actor.id };
      await tx.person.create({ data: { id: input.onceKey, ...profileColumns(input), ...made } });
      if (input.teamId) await addFirstMembership(tx, input, { actor, now });
      const body = { affiliation: input.affiliation, teamId: input.teamId };
      await recordEvent(tx, { action: "PersonAdded", actorId: actor.id, subjectId: input.onceKey, body });
      return accept({ personId: input.onceKey });
    },
    { onDuplicate: async () => (await addedBefore(db(), input, actor.id)) ?? takenMeanwhile(input) },
  );

const addedBefore = async (tx: Tx, { onceKey }: NewPerson, actorId: string) => {
  const person = await tx.person.findFirst({ where: { id: onceKey, createdById: actorId }, select: { id: true } });
  return person && accept({ personId: person.id });
};

const takenMeanwhile = async (profile: NewPerson): Promise<PersonDecision<Added>> =>
  (await loadClashes(db(), profile, profile.onceKey)).email
    ? refuse({ code: "EmailTaken" })
    : refuse({ code: "EmployeeNumberTaken" });

const firstTeamIsOpen = async (tx: Tx, teamId: string | null) =>
  teamId === null ||
  (
    await tx.$queryRaw<unknown[]>`
    select id from "Team" where id = ${teamId}::uuid and "closedOn" is null for share`
  ).length > 0;

async function addFirstMembership(tx: Tx, { onceKey, teamId, fromOn }: NewPerson, { actor, now }: Caller) {
  if (teamId === null) return;
  const day = fromOn ?? (await organisationToday(tx, now));
  const made = { createdAt: now, createdById: actor.id };
  await tx.membership.create({
    data: { id: newId(now), personId: onceKey, teamId, isMain: true, fromOn: toDbDay(day), ...made },
  });
}

export const editPerson = ({ personId, seen, ...wish }: PersonEdit, { actor }: Caller) =>
  inTransaction<PersonDecision<{ personId: string; changed: number }>>(
    async (tx) => {
      await lockOrganisation(tx);
      const person = await loadPerson(tx, personId);
      const clashes = await loadClashes(tx, wish, personId);
      const pageIsCurrent = person !== null && seenState(person.profile) === seen;
      const decision = decideEdit(person, { wish, clashes, pageIsCurrent }, actor);
      if (!decision.ok) return decision;

      const fields = decision.value;
      if (fields.length === 0) return accept({ personId, changed: 0 });
      await tx.person.update({ where: { id: personId }, data: profileColumns(wish) });
      await recordEvent(tx, { action: "PersonEdited", actorId: actor.id, subjectId: personId, body: { fields } });
      return accept({ personId, changed: fields.length });
    },
    { onDuplicate: () => refuse({ code: "EmailTaken" }) },
  );

/** What the person held and asked for ends with it (`releasePerson`). */
export const deactivatePerson = ({ personId, reason }: PersonWithReason, { actor, now }: Caller) =>
  inTransaction<PersonDecision<Added>>(async (tx) => {
    await lockOrganisation(tx);
    const decision = deactivate(await loadPerson(tx, personId), { actor, now });
    if (!decision.ok) return decision;
    await releasePerson(tx, personId, { byId: actor.id, now, reason });
    return decision;
  });

export const reactivatePerson = ({ personId, reason }: PersonWithReason, { actor, now }: Caller) =>
  inTransaction<PersonDecision<Added>>(async (tx) => {
    if (!canManagePeople(actor)) return refuse({ code: "NotFound" });
    const today = await organisationToday(tx, now);
    const decision = reactivate(await loadPerson(tx, personId), today, actor);
    if (!decision.ok) return decision;

    await tx.person.update({ where: { id: personId }, data: { deactivatedAt: null, deactivatedById: null } });
    await tx.deactivation.updateMany({
      where: { personId, reactivatedAt: null },
      data: { reactivateReason: reason, reactivatedById: actor.id, reactivatedAt: now },
    });
    await recordEvent(tx, { action: "PersonReactivated", actorId: actor.id, subjectId: personId, body: {} });
    return decision;
  });

/** What a line of a CSV file does to a person, decided before. */
export type PersonWriting = {
  /** Null: a new person. */
  readonly personId: string | null;
  readonly profile: PersonProfile;
  readonly changed: readonly ProfileField[];
  readonly joining: Joining | null;
};
type Joining = {
  readonly teamId: string;
  readonly fromOn: PlainDay;
  readonly ended: { readonly membershipId: string; readonly toOn: PlainDay } | null;
};

/** Within the caller's transaction, for the CSV import: new people in bulk, an event for each person and membership. */
export async function writePeople(tx: Tx, writings: readonly PersonWriting[], { actor, now }: Caller) {
  const made = { createdAt: now, createdById: actor.id };
  const named = writings.map((writing) => ({ ...writing, id: writing.personId ?? newId(now) }));
  const added = named.filter(({ personId }) => personId === null);
  const rows = added.map(({ id, profile }) => ({ id, ...profileColumns(profile), ...made }));
  await inChunks(rows, (data) => tx.person.createMany({ data }));
  const edited = named.filter(({ personId, changed }) => personId !== null && changed.length > 0);
  for (const { id, profile } of edited) await tx.person.update({ where: { id }, data: profileColumns(profile) });

  const joined = named.flatMap(({ id, personId, joining }) =>
    joining ? [{ ...joining, id: newId(now), personId: id, isNew: personId === null }] : [],
  );
  for (const { ended } of joined) {
    if (ended) await tx.membership.update({ where: { id: ended.membershipId }, data: { toOn: toDbDay(ended.toOn) } });
  }
  const spans = joined.map(({ ended, fromOn, isNew, ...row }) => ({
    ...row,
    isMain: true,
    fromOn: toDbDay(fromOn),
    ...made,
  }));
  await inChunks(spans, (data) => tx.membership.createMany({ data }));
  const transferred = joined.filter(({ isNew }) => !isNew);
  await recordEvents(tx, [
    ...added.map(({ id, profile, joining }) =>
      eventOf("PersonAdded", actor, id, { affiliation: profile.affiliation, teamId: joining?.teamId ?? null }),
    ),
    ...edited.map(({ id, changed }) => eventOf("PersonEdited", actor, id, { fields: changed })),
    ...transferred.map(({ id: membershipId, personId, teamId, fromOn, ended }) => {
      const span = { membershipId, teamId, isMain: true, fromOn, toOn: null };
      const body = { ...span, endedMembershipId: ended?.membershipId ?? null };
      return eventOf("MembershipAdded", actor, personId, body);
    }),
  ]);
}

const eventOf = (action: AuditAction, { id: actorId }: Actor, subjectId: string, body: AuditBody) => ({
  action,
  actorId,
  subjectId,
  body,
});
