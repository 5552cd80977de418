import { Answer } from "@/components/readiness/answer";
import { FallingTable } from "@/components/readiness/falling-table";
import { ProficiencyMap } from "@/components/readiness/proficiency-map";
import type { GroupNames } from "@/components/readiness/readiness-words";
import { WeakestLink } from "@/components/readiness/weakest-link";
import type { summariseTeam } from "@/lib/readiness/queries";

type Props = { summary: NonNullable<Awaited<ReturnType<typeof summariseTeam>>>; names: GroupNames };

/** What a team can do today: the answer, by role group and proficiency, its weakest link, and who falls out. */
export function TeamStanding({ summary: { team, readiness, pools, falling }, names }: Props) {
  const independent = new Map(pools.map(({ roleGroupCode, independent: who }) => [roleGroupCode, who]));
  const base = `/readiness/${team.id}/people`;
  return (
    <>
      <Answer readiness={readiness} names={names} independent={independent} />
      <div className="rd">
        <ProficiencyMap readiness={readiness} names={names} base={base} />
        <WeakestLink readiness={readiness} names={names} independent={independent} base={base} />
      </div>
      {falling && <FallingTable falling={falling} names={names} />}
    </>
  );
}
