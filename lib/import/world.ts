import type { TeamRef } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import { withoutZeros } from "@/lib/domain/csv-import";
import type { RoleGroupCode, Track } from "@/lib/domain/curriculum";
import type { MembershipSpan } from "@/lib/domain/membership";
import type { PersonFacts } from "@/lib/domain/person";
import type { PolicyValues } from "@/lib/domain/policy";
import type { StepNumber } from "@/lib/domain/proficiency";
import type { TeamProfile } from "@/lib/domain/team";
import type { RoleGroupNames } from "./choice-words";

/** What stands when a file is read: everything that a line may refer to, loaded at once. */
export type World = {
  /** The organisation's day. */
  readonly today: PlainDay;
  readonly teams: readonly TeamInWorld[];
  /** The people that the file names by number or address. */
  readonly people: readonly PersonInWorld[];
  readonly edition: EditionInWorld;
  /** With which edition enrolments of a team begin. */
  readonly editions: ReadonlyMap<string, string>;
  readonly roleGroups: RoleGroupNames;
  readonly policy: PolicyValues;
};

export type TeamInWorld = TeamRef & {
  readonly code: string;
  readonly profile: TeamProfile;
  readonly parentId: string | null;
  readonly closed: boolean;
  /** The team's own day. */
  readonly today: PlainDay;
};

export type PersonInWorld = PersonFacts & {
  readonly memberships: readonly MembershipSpan[];
  readonly enrolments: readonly EnrolmentInWorld[];
  readonly mentorships: readonly { readonly roleGroupCode: RoleGroupCode; readonly teamId: string | null }[];
};

/** An enrolment that runs. */
export type EnrolmentInWorld = {
  readonly enrolmentId: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly teamId: string;
  readonly tracks: readonly Track[];
  readonly enrolledOn: PlainDay;
  /** STEPs signed off or recognised. */
  readonly completed: readonly StepNumber[];
  readonly hasOpenRequest: boolean;
};

export type EditionInWorld = {
  readonly editionId: string;
  readonly tracksOf: (roleGroupCode: RoleGroupCode | null) => readonly Track[];
};

export type PeopleIndex = {
  readonly byNumber: ReadonlyMap<string, PersonInWorld>;
  readonly byEmail: ReadonlyMap<string, PersonInWorld>;
  /** Employee numbers as they are, by what is left of them without zeros. */
  readonly numbers: ReadonlyMap<string, string>;
};

export function indexPeople(people: readonly PersonInWorld[]): PeopleIndex {
  const numbered = people.flatMap((person) =>
    person.profile.employeeNumber === null ? [] : [[person.profile.employeeNumber, person] as const],
  );
  return {
    byNumber: new Map(numbered),
    byEmail: new Map(people.map((person) => [person.profile.email, person])),
    numbers: new Map(numbered.map(([number]) => [withoutZeros(number), number])),
  };
}
