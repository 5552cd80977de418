import { SectionHeading } from "@/components/ui/section-heading";
import { useTranslations } from "@/lib/platform/words";
import { type HeldByPerson, type RoleGroupNames, useHeldNames } from "./held-names";

type Person = HeldByPerson & {
  readonly enrolments: readonly { readonly endedOn: string | null }[];
  readonly openRequests: number;
};
type Props = { person: Person; roleGroupNames: RoleGroupNames; when: "deactivated" | "lastDay" };

/** What a person holds, shown before they are deactivated or given a last day. */
export function WhatEnds({ person, roleGroupNames, when }: Props) {
  const t = useTranslations("people");
  const enrolments = person.enrolments.filter(({ endedOn }) => endedOn === null).length;
  const held = useHeldNames(person, roleGroupNames);
  return (
    <>
      <section className="sec">
        <SectionHeading>{t(when === "lastDay" ? "standing.whatEndsByDay" : "standing.whatEnds")}</SectionHeading>
        <ul className="mt-2 list-disc pl-5">
          <li>{t("standing.sessions")}</li>
          <li>{t("standing.requests", { requests: person.openRequests })}</li>
          {held.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {held.length === 0 && <li>{t("standing.nothingHeld")}</li>}
        </ul>
      </section>
      <section className="sec">
        <SectionHeading>{t("standing.whatStays")}</SectionHeading>
        <p className="mt-2">{t("standing.stays", { enrolments })}</p>
      </section>
    </>
  );
}
