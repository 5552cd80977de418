import { useLocale } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import type { PersonProfile } from "@/lib/domain/person";
import { formatName } from "@/lib/platform/format";
import { PersonState } from "./person-state";
import { PersonTrail } from "./person-trail";

type Person = { profile: PersonProfile; deactivation: object | null; joined: boolean; today: string };

export function PersonHead({ person }: { person: Person }) {
  const { profile, deactivation, joined, today } = person;
  const state = { deactivated: deactivation !== null, endsOn: profile.endsOn, joined, today };
  return (
    <>
      <PersonTrail person={profile} />
      <PageHead
        title={formatName(profile, useLocale())}
        aside={profile.employeeNumber}
        sub={<PersonState {...state} />}
      />
    </>
  );
}
