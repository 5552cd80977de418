import "server-only";
import { createHash } from "node:crypto";
import { standingAdministrators } from "@/lib/capacity/scope";
import { type PersonFacts, type PersonProfile, PROFILE_FIELDS, type ProfileClashes } from "@/lib/domain/person";
import { fromDbDay, toDbDay } from "@/lib/platform/days";
import { lockPeople, type Tx } from "@/lib/platform/db";

/** The person's row, locked: it is the boundary of everything decided about them. */
export async function loadPerson(tx: Tx, personId: string): Promise<PersonFacts | null> {
  await lockPeople(tx, [personId]);
  const person = await tx.person.findUnique({
    where: { id: personId },
    include: { grants: { where: { capacity: "admin", endedAt: null } } },
  });
  if (!person) return null;
  const others = await tx.capacityGrant.count({
    where: { ...standingAdministrators, personId: { not: personId } },
  });
  return {
    personId,
    profile: profileOf(person),
    deactivated: person.deactivatedAt !== null,
    isLastAdministrator: person.grants.length > 0 && others === 0,
  };
}

type ProfileRow = Omit<PersonProfile, "endsOn"> & { readonly endsOn: Date | null };

export const profileOf = (row: ProfileRow): PersonProfile => ({
  name: row.name,
  reading: row.reading,
  latinName: row.latinName,
  employeeNumber: row.employeeNumber,
  email: row.email,
  locale: row.locale,
  affiliation: row.affiliation,
  endsOn: row.endsOn && fromDbDay(row.endsOn),
});

export async function loadClashes(tx: Tx, profile: PersonProfile, exceptId: string): Promise<ProfileClashes> {
  const others = await tx.person.findMany({
    where: {
      id: { not: exceptId },
      OR: [{ email: profile.email }, ...(profile.employeeNumber ? [{ employeeNumber: profile.employeeNumber }] : [])],
    },
    select: { email: true, employeeNumber: true },
  });
  return {
    email: others.some(({ email }) => email === profile.email),
    employeeNumber: others.some(
      (other) => other.employeeNumber !== null && other.employeeNumber === profile.employeeNumber,
    ),
  };
}

/** Changes with the profile: a page that was opened on another state is told so. */
export const seenState = (profile: PersonProfile): string =>
  createHash("sha256")
    .update(JSON.stringify(PROFILE_FIELDS.map((field) => profile[field])))
    .digest("base64url");

/** Only the profile's own columns, whatever else the form holds. */
export const profileColumns = (profile: PersonProfile) => {
  const { name, reading, latinName, employeeNumber, email, locale, affiliation, endsOn } = profile;
  const lastDay = endsOn === null ? null : toDbDay(endsOn);
  return { name, reading, latinName, employeeNumber, email, locale, affiliation, endsOn: lastDay };
};
