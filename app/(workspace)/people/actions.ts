"use server";

import { endGrant, grantCapacity } from "@/lib/capacity/commands";
import { grantEnd, newGrant } from "@/lib/capacity/schema";
import { makeInvitation, makeResetLink } from "@/lib/identity/commands";
import { addMembership, endMembership } from "@/lib/membership/commands";
import { membershipEnd, newMembership } from "@/lib/membership/schema";
import { addPerson, deactivatePerson, editPerson, reactivatePerson } from "@/lib/people/commands";
import { newPerson, personEdit, personKey, personWithReason } from "@/lib/people/schema";
import { defineAction } from "@/lib/platform/action";

const pageOf = ({ personId }: { personId: string }) => `/people/${personId}`;

export const addPersonAction = defineAction(newPerson, addPerson, {
  at: { EmailTaken: "email", EmployeeNumberTaken: "employeeNumber" },
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "personAdded" } }),
});

export const editPersonAction = defineAction(personEdit, editPerson, {
  at: { EmailTaken: "email", EmployeeNumberTaken: "employeeNumber", LastAdministrator: "endsOn" },
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "personEdited" } }),
});

export const deactivatePersonAction = defineAction(personWithReason, deactivatePerson, {
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "personDeactivated" } }),
});

export const reactivatePersonAction = defineAction(personWithReason, reactivatePerson, {
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "personReactivated" } }),
});

export const addMembershipAction = defineAction(newMembership, addMembership, {
  at: { EndsBeforeItBegins: "toOn", TeamIsClosed: "teamId", AlreadyMember: "teamId", MainTeamOverlaps: "kind" },
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "membershipAdded" } }),
});

export const endMembershipAction = defineAction(membershipEnd, endMembership, {
  at: { EndsBeforeItBegins: "toOn" },
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "membershipEnded" } }),
});

export const grantCapacityAction = defineAction(newGrant, grantCapacity, {
  at: { ManagerNeedsTeam: "teamId" },
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "capacityGranted" } }),
});

export const endGrantAction = defineAction(grantEnd, endGrant, {
  onDone: (person) => ({ redirect: pageOf(person), notice: { code: "capacityEnded" } }),
});

/** The link is shown once, on the page that asked for it. */
export const inviteAction = defineAction(personKey, makeInvitation, { onDone: (result) => ({ result }) });

export const resetLinkAction = defineAction(personKey, makeResetLink, { onDone: (result) => ({ result }) });
