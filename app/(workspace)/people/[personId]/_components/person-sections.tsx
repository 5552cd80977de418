import { getLocale } from "next-intl/server";
import { AccessSection } from "@/components/people/access-section";
import { AppointmentSection } from "@/components/people/appointment-section";
import { CapacitySection } from "@/components/people/capacity-section";
import { DeactivationNote } from "@/components/people/deactivation-note";
import { EnrolmentSection } from "@/components/people/enrolment-section";
import { MembershipSection } from "@/components/people/membership-section";
import { PersonFacts } from "@/components/people/person-facts";
import { TransferHistory } from "@/components/transfer/transfer-history";
import type { Actor } from "@/lib/domain/access";
import type { PersonPage } from "@/lib/people/queries";
import { newId } from "@/lib/platform/ids";
import { listTransfers } from "@/lib/transfer/queries";
import { LeaveOf } from "../../../leave/_components/leave-of";
import { roleGroupNames } from "../../_components/role-group-names";
import {
  addMembershipAction,
  endGrantAction,
  endMembershipAction,
  grantCapacityAction,
  inviteAction,
  resetLinkAction,
} from "../../actions";

/** The person's page below its head; forms only for administrators. */
export async function PersonSections({ person, actor }: { person: PersonPage; actor: Actor }) {
  const names = await roleGroupNames(await getLocale());
  const { personId, mayManage, teams, today, deactivation, mentorships, appointments } = person;
  const mayEnrol = mayManage || actor.managedTeamIds.length > 0;
  const asMentor = mentorships.map((mentorship) => ({ ...mentorship, kind: "mentor" as const }));
  return (
    <>
      {deactivation && <DeactivationNote deactivation={deactivation} />}
      <PersonFacts profile={person.profile} editHref={mayManage ? `/people/${personId}/edit` : null} />
      <MembershipSection
        personId={personId}
        memberships={person.memberships}
        today={today}
        changes={
          mayManage
            ? { add: addMembershipAction, end: endMembershipAction, onceKey: newId(), teams, roleGroupNames: names }
            : null
        }
      />
      <LeaveOf actor={actor} personId={personId} />
      <CapacitySection
        personId={personId}
        grants={person.grants}
        changes={
          mayManage
            ? { grant: grantCapacityAction, end: endGrantAction, onceKey: newId(), teams, own: personId === actor.id }
            : null
        }
      />
      <AppointmentSection appointments={[...asMentor, ...appointments]} roleGroupNames={names} />
      <EnrolmentSection
        enrolments={person.enrolments}
        roleGroupNames={names}
        enrolHref={mayEnrol ? `/enrolments/new?person=${personId}` : null}
      />
      <TransferHistory transfers={await listTransfers(actor, personId)} />
      {mayManage && (
        <AccessSection
          personId={personId}
          joined={person.joined}
          invitedUntil={person.invitedUntil}
          deactivated={deactivation !== null}
          invite={inviteAction}
          reset={resetLinkAction}
        />
      )}
    </>
  );
}
