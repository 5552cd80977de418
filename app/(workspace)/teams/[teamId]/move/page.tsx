import { notFound } from "next/navigation";
import { MoveHead } from "@/components/people/move-head";
import { MovePlace } from "@/components/people/move-place";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findMovableTeam, findTeamMove } from "@/lib/team/queries";
import { moveAsked } from "@/lib/team/schema";
import { asked } from "../../../_components/asked";
import { WhatItBrings } from "./_components/what-it-brings";

export const generateMetadata = titled("teams.move", "title");

export default async function MoveTeamPage({ params, searchParams }: PageProps<"/teams/[teamId]/move">) {
  const actor = await requireActor();
  const { parent } = await asked(moveAsked, searchParams);
  const movable = await findMovableTeam(actor, (await params).teamId);
  if (!movable) notFound();
  const { team, places } = movable;
  const move = parent === undefined ? null : await findTeamMove(actor, team.id, parent);
  if (parent !== undefined && !move) notFound();
  return (
    <>
      <MoveHead team={team} />
      <MovePlace chosen={parent ?? team.parentId} places={places} />
      {move && <WhatItBrings team={team} move={move} />}
    </>
  );
}
