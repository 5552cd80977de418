import { notFound } from "next/navigation";
import { ListActions } from "@/components/people/list-actions";
import { PeopleFound } from "@/components/people/people-found";
import { PageHead } from "@/components/ui/page-head";
import { canManagePeople } from "@/lib/domain/access";
import { listPeople } from "@/lib/people/queries";
import { peopleFilter } from "@/lib/people/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";

export const generateMetadata = titled("people", "title");

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const [actor, asked, t] = await Promise.all([requireActor(), searchParams, getTranslations("people")]);
  const mayManage = canManagePeople(actor);
  if (!mayManage && actor.managedTeamIds.length === 0) notFound();
  const filter = peopleFilter.parse(asked);
  const found = await listPeople(actor, filter, now());
  return (
    <>
      <DoneToast done={asked.done} />
      <PageHead
        title={t("title")}
        sub={t("sub", { total: found.total })}
        actions={mayManage && <ListActions of="people" />}
      />
      <PeopleFound {...found} filter={filter} />
    </>
  );
}
