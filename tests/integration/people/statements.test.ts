import { beforeAll, expect, test } from "vitest";
import { findPreview } from "@/lib/import/queries";
import { findPerson, listPeople } from "@/lib/people/queries";
import { peopleFilter } from "@/lib/people/schema";
import { findTeam, listTeamsHeldBy } from "@/lib/team/queries";
import { aMembership, aPerson } from "@/tests/support/builders";
import { preview } from "@/tests/support/csv-files";
import { csv, utf8 } from "@/tests/support/csv-text";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type World } from "@/tests/support/personas";
import { statementsOf } from "@/tests/support/statements";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;

beforeAll(async () => {
  await emptyDatabase();
  world = await aWorld();
});

const shin = async () => ({ actor: await actorOf(world.people.shin.id), now });

/** How many statements each page asks, session and navigation aside. */
async function counts() {
  const caller = await shin();
  const { actor } = caller;
  const count = async (work: () => Promise<unknown>) => (await statementsOf(work)).length;
  // The process asks for the latest curriculum at most every two seconds: once here, so that it is not counted.
  await findPreview("people", { show: null, page: 1 }, caller);
  return {
    preview: await count(() => findPreview("people", { show: null, page: 1 }, caller)),
    people: await count(() => listPeople(actor, peopleFilter.parse({ q: "社員" }), now)),
    person: await count(() => findPerson(actor, world.people.misaki.id, now)),
    teams: await count(() => listTeamsHeldBy(actor, now)),
    team: await count(() => findTeam(actor, world.teams.soc.id, now)),
  };
}

test("the pages ask a few statements, the same with eleven people as with a hundred", async () => {
  const line = (number: number) => [`9${number}`, "新 人", "しん じん", `p${number}@aoba.example`, "soc"];
  const header = ["社員番号", "氏名", "読み", "メールアドレス", "チームコード"];
  await preview("people", utf8(csv(header, line(1))), await shin());
  const few = await counts();
  expect(few).toEqual({ people: 2, person: 3, teams: 2, team: 2, preview: 6 });

  for (let number = 0; number < 90; number += 1) await aMembership(await aPerson(), world.teams.soc);
  const lines = Array.from({ length: 90 }, (_, number) => line(number));
  await preview("people", utf8(csv(header, ...lines)), await shin());
  expect(await counts()).toEqual(few);
});
