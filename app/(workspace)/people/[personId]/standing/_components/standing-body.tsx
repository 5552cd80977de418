import { getLocale } from "next-intl/server";
import { StandingForm } from "@/components/people/standing-form";
import { WhatEnds } from "@/components/people/what-ends";
import type { PersonPage } from "@/lib/people/queries";
import { getTranslations } from "@/lib/platform/words";
import { roleGroupNames } from "../../../_components/role-group-names";
import { deactivatePersonAction, reactivatePersonAction } from "../../../actions";

/** Coming back needs a reason; going shows first what ends with it, and is not for oneself. */
export async function StandingBody({ person, isOwn }: { person: PersonPage; isOwn: boolean }) {
  const { personId, deactivation } = person;
  if (deactivation) return <StandingForm personId={personId} act="reactivate" action={reactivatePersonAction} />;
  const [t, names] = await Promise.all([getTranslations("people.standing"), roleGroupNames(await getLocale())]);
  return (
    <>
      <WhatEnds person={person} roleGroupNames={names} when="deactivated" />
      {isOwn ? (
        <p className="mt-4">{t("own")}</p>
      ) : (
        <StandingForm personId={personId} act="deactivate" action={deactivatePersonAction} />
      )}
    </>
  );
}
