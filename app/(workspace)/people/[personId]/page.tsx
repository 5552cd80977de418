import { notFound } from "next/navigation";
import { PersonHead } from "@/components/people/person-head";
import { findPerson } from "@/lib/people/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { DoneToast } from "../../_components/done-toast";
import { ReadingsOf } from "../../reading/_components/readings-of";
import { PersonSections } from "./_components/person-sections";
import { ProofOf } from "./_components/proof-of";

export const generateMetadata = titled("people", "title");

export default async function PersonPage({ params, searchParams }: PageProps<"/people/[personId]">) {
  const actor = await requireActor();
  const person = await findPerson(actor, (await params).personId, now());
  if (!person) notFound();
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <PersonHead person={person} />
      <PersonSections person={person} actor={actor} />
      <ReadingsOf actor={actor} about={{ personId: person.personId }} />
      <ProofOf person={person} actor={actor} />
    </>
  );
}
