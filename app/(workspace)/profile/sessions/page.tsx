import { now } from "@/lib/platform/clock";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listSessions } from "@/lib/profile/queries";
import { DoneToast } from "../../_components/done-toast";
import { ProfileHead } from "../_components/profile-head";
import { endOtherSessionsAction } from "../actions";
import { EndOthers } from "./_components/end-others";
import { SessionTable } from "./_components/session-table";

export const generateMetadata = titled("profile.sessions", "title");

export default async function SessionsPage({ searchParams }: PageProps<"/profile/sessions">) {
  const { actor, sessionId } = await requireViewer();
  const sessions = await listSessions(actor, now());
  const t = await getTranslations("profile.sessions");
  return (
    <>
      <ProfileHead current="sessions" sub={t("lead")} />
      <DoneToast done={(await searchParams).done} />
      <SessionTable sessions={sessions} currentId={sessionId} />
      {sessions.length > 1 && <EndOthers end={endOtherSessionsAction} />}
    </>
  );
}
