import { getLocale } from "next-intl/server";
import { ChangeList } from "@/components/edition/change-list";
import { FollowerTable } from "@/components/edition/follower-table";
import { MoveTeamForm } from "@/components/people/move-team-form";
import { teamName } from "@/components/people/team-options";
import { Message } from "@/components/ui/message";
import { SectionHeading } from "@/components/ui/section-heading";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { getTranslations } from "@/lib/platform/words";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import type { findTeamMove } from "@/lib/team/queries";
import { moveTeamAction } from "../../../actions";

type Move = NonNullable<Awaited<ReturnType<typeof findTeamMove>>>;
type Team = {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly parentId: string | null;
};

/** The local curriculum of the new place: what changes, item by item, and who goes over to it. */
export async function WhatItBrings({ team, move }: { team: Team; move: Move }) {
  const locale = await getLocale();
  const [t, words, policy] = await Promise.all([
    getTranslations("teams.move"),
    curriculumWords(locale),
    findPolicyValuesNow(now()),
  ]);
  const { parent, pairs, leavesStepEmpty, digest } = move;
  const name = teamName(team, locale);
  if ((parent?.id ?? null) === team.parentId) return <p className="mt-4">{t("thereAlready")}</p>;
  return (
    <section className="sec">
      <SectionHeading>
        {parent === null ? t("toTop", { name }) : t("below", { name, parent: teamName(parent, locale) })}
      </SectionHeading>
      {leavesStepEmpty && <Message tone="back" title={t("stepEmpty")} />}
      <p className="mt-2">{t(pairs.length === 0 ? "sameCurriculum" : "rule")}</p>
      {pairs.map(({ key, changes, followers }) => (
        <div key={key} className="mt-4">
          <ChangeList changes={changes} words={words} policy={policy} />
          <FollowerTable followers={followers} words={words} />
        </div>
      ))}
      {!leavesStepEmpty && (
        <MoveTeamForm teamId={team.id} parentId={parent?.id ?? null} seen={digest} action={moveTeamAction} />
      )}
    </section>
  );
}
