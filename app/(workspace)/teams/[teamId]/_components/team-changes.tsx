import { CloseTeam, EditTeam, ReopenTeam } from "@/components/people/team-forms";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import { useTranslations } from "@/lib/platform/words";
import type { findTeam } from "@/lib/team/queries";
import { closeTeamAction, editTeamAction, reopenTeamAction } from "../../actions";

type Page = NonNullable<Awaited<ReturnType<typeof findTeam>>>;

/** What an administrator can change; a closed team can only be opened again. */
export function TeamChanges({ page }: { page: Page }) {
  const t = useTranslations("teams.page");
  const { team, teams, seen, memberCount, enrolments } = page;
  const teamId = team.id;
  const below = teams.filter(({ parentId, closedOn }) => parentId === teamId && closedOn === null).length;
  return (
    <section className="sec">
      <SectionHeading>{t("change")}</SectionHeading>
      {team.closedOn === null ? (
        <div className="mt-3">
          <EditTeam teamId={teamId} action={editTeamAction} seen={seen} profile={team} />
          <p className="mt-2">
            <Link href={`/teams/${teamId}/move`}>{t("moveTitle")}</Link>
          </p>
          <CloseTeam teamId={teamId} action={closeTeamAction} life={{ members: memberCount, enrolments, below }} />
        </div>
      ) : (
        <ReopenTeam teamId={teamId} action={reopenTeamAction} />
      )}
    </section>
  );
}
