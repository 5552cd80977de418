import { moveEnrolments } from "@/lib/edition/commands";
import { findEditionChange } from "@/lib/edition/queries";
import { addLocalItem, exemptItem, withdrawLocalChange } from "@/lib/local-curriculum/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { changeTracks } from "@/lib/tracks/commands";
import { anEnrolment } from "@/tests/support/builders";
import { localItem } from "@/tests/support/local-item";
import { actorOf } from "@/tests/support/personas";
import { type MatrixWorld, NOW, REASON, type Rows } from "./row";

const byMakoto = async ({ people }: MatrixWorld) => ({ actor: await actorOf(people.makoto.id), now: NOW });

/** Editions and words are not part of a world: what another test composed goes first. */
async function withoutLocalChanges() {
  await db().$executeRaw`delete from "CurriculumWording" where words ? 'local'`;
}

/** A criterion added, so that another edition is in force than the one Misaki is measured by. */
async function anotherEdition(world: MatrixWorld) {
  await withoutLocalChanges();
  const form = localItem();
  await addLocalItem(form, await byMakoto(world));
  const { editionId: from } = await db().enrolment.findUniqueOrThrow({ where: { id: world.enrolments.liaison.id } });
  const inForce = await db().editionInForce.findFirstOrThrow({ where: { teamId: null }, orderBy: { putAt: "desc" } });
  return { changeId: form.onceKey, pair: { from, to: inForce.editionId } };
}

export const CURRICULUM: Rows = {
  exemptItemAction: [
    {
      on: "an item, for the organisation",
      runs: ["exemptItem"],
      allowed: ["makoto", "shin"],
      prepare: async () => {
        await withoutLocalChanges();
        const form = { reach: null, item: "g3.s2.pair-duty", reason: REASON };
        return (caller) => exemptItem({ ...form, onceKey: newId() }, caller);
      },
    },
    {
      on: "an item, for the night team",
      runs: ["exemptItem"],
      allowed: ["makoto", "akari", "shin"],
      prepare: async ({ teams }) => {
        await withoutLocalChanges();
        const form = { reach: teams.night.id, item: "g3.s2.pair-duty", reason: REASON };
        return (caller) => exemptItem({ ...form, onceKey: newId() }, caller);
      },
    },
  ],
  addLocalItemAction: [
    {
      on: "a criterion, for the organisation",
      runs: ["addLocalItem"],
      allowed: ["makoto", "shin"],
      prepare: async () => {
        await withoutLocalChanges();
        return (caller) => addLocalItem(localItem(), caller);
      },
    },
  ],
  withdrawLocalChangeAction: [
    {
      on: "a criterion of the organisation",
      runs: ["withdrawLocalChange"],
      allowed: ["makoto", "shin"],
      prepare: async (world) => {
        const { changeId } = await anotherEdition(world);
        return (caller) => withdrawLocalChange({ changeId, reason: REASON }, caller);
      },
    },
  ],
  changeTracksAction: [
    {
      on: "Misaki's, in vulnerability management",
      runs: ["changeTracks"],
      allowed: ["makoto"],
      prepare: async ({ people, teams, edition }) => {
        const wish = { edition, by: people.makoto, roleGroupCode: "vulnerability-management" as const };
        const { id: enrolmentId } = await anEnrolment(people.misaki, teams.soc, { ...wish, tracks: ["management"] });
        const form = { enrolmentId, tracks: ["diagnosis" as const], seen: ["management" as const], reason: REASON };
        return (caller) => changeTracks({ ...form, onceKey: newId() }, caller);
      },
    },
  ],
  moveEnrolmentsAction: [
    {
      on: "Misaki's",
      runs: ["moveEnrolments"],
      allowed: ["makoto"],
      // Manages some of those who were shown, not all: to her the page has changed.
      refusals: { akari: "EditionStale" },
      prepare: async (world) => {
        const { pair } = await anotherEdition(world);
        const change = await findEditionChange((await byMakoto(world)).actor, pair);
        const shown = change?.rows.map(({ ref }) => ref.enrolmentId) ?? [];
        const form = { ...pair, shown, moving: shown, digest: change?.digest ?? "", reason: null };
        return (caller) => moveEnrolments({ ...form, onceKey: newId() }, caller);
      },
    },
  ],
};
