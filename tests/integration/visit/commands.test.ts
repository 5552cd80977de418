import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { noteVisit } from "@/lib/visit/commands";
import { atOnce } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { at } from "@/tests/support/practice";

let world: World;
beforeAll(async () => {
  await emptyDatabase();
  world = await aWorld();
});

test("who opened whose records is noted once a day and place, and never of oneself", async () => {
  const { misaki, kenichi } = world.people;
  const mentor = await actorOf(kenichi.id);
  const seen = (place: "record" | "trainee", on: string) =>
    noteVisit(mentor, { subjectId: misaki.id, place, on }, at(on, "10:00"));
  await atOnce(10, () => seen("record", "2026-11-20"));
  await seen("trainee", "2026-11-20");
  await seen("record", "2026-11-21");
  await noteVisit(
    await actorOf(misaki.id),
    { subjectId: misaki.id, place: "record", on: "2026-11-20" },
    at("2026-11-20"),
  );
  const visits = await db().recordVisit.findMany({ orderBy: [{ visitedOn: "asc" }, { place: "asc" }] });
  expect(visits.map(({ viewerId, place, visitedOn }) => [viewerId, place, visitedOn])).toEqual([
    [kenichi.id, "record", new Date("2026-11-20")],
    [kenichi.id, "trainee", new Date("2026-11-20")],
    [kenichi.id, "record", new Date("2026-11-21")],
  ]);
});
