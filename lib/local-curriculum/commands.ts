import "server-only";
import { readLocalItem } from "@/lib/content/queries";
import { lockPublishing, publishLocalChanges } from "@/lib/curriculum/commands";
import { type LocalGround, loadLocalGround, structureAt, structuresWith } from "@/lib/curriculum/facts";
import { forgetLatest } from "@/lib/curriculum/queries";
import type { Caller } from "@/lib/domain/access";
import { itemsOf } from "@/lib/domain/edition-items";
import { add, exempt, type LocalDecision, withdraw } from "@/lib/domain/local-curriculum";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { lockOrganisation } from "@/lib/platform/organisation";
import { policyDefinitions } from "@/lib/policy/queries";
import type { Prisma } from "@/prisma/generated/client";
import { loadReach } from "./records";
import { itemOfForm } from "./rule-of-form";
import type { AdditionForm, Exemption, Withdrawal } from "./schema";

type Changed = { changeId: string };
type Change = { readonly teamId: string | null; readonly itemCode: string };

/** One change of the curriculum at a time; what it makes is seen by this process at once. */
async function changing(work: (tx: Tx) => Promise<LocalDecision<Changed>>) {
  const done = await inTransaction<LocalDecision<Changed>>(
    async (tx) => {
      await lockOrganisation(tx);
      await lockPublishing(tx);
      return work(tx);
    },
    { onDuplicate: () => refuse({ code: "ItemExemptedBefore" }) },
  );
  forgetLatest();
  return done;
}

const isRepeat = async (tx: Tx, id: string, madeById: string) =>
  (await tx.localChange.count({ where: { id, madeById } })) > 0;

const exemptedBefore = ({ changes, lines }: LocalGround, { teamId, itemCode }: Change) =>
  changes.some(
    (each) =>
      each.itemCode === itemCode &&
      !each.isWithdrawn &&
      (each.teamId === null || (teamId !== null && (lines.get(teamId) ?? []).includes(each.teamId))),
  );

/** Leaves an item of the source out, with a reason: for the organisation, or for a team with those below it. */
export const exemptItem = ({ onceKey: id, reach: teamId, item: itemCode, reason }: Exemption, { actor, now }: Caller) =>
  changing(async (tx) => {
    if (await isRepeat(tx, id, actor.id)) return accept({ changeId: id });
    const [reach, ground] = [await loadReach(tx, teamId), await loadLocalGround(tx, teamId)];
    const codes = new Set(itemsOf(structureAt(ground, teamId)).map(({ code }) => code));
    const isExempted = exemptedBefore(ground, { teamId, itemCode });
    const change = { teamId, itemCode, item: null, isWithdrawn: false };
    const after = structuresWith(ground, [...ground.changes, change]);
    const decision = exempt(itemCode, { reach, codes, isExempted, after }, actor);
    if (!decision.ok) return decision;

    await tx.localChange.create({
      data: { id, teamId, kind: "exempt", itemCode, reason, madeById: actor.id, madeAt: now },
    });
    await publishLocalChanges(tx, now);
    await announce(tx, "LocalItemExempted", id, { teamId, itemCode }, actor.id);
    return accept({ changeId: id });
  });

/** Adds an item at the end of its section. It is parsed by the shapes of the content; `LocalItemUnsound` where it is none. */
export async function addLocalItem(form: AdditionForm, { actor, now }: Caller) {
  const { onceKey: id, reach: teamId, group: roleGroupCode, step, reason } = form;
  const item = readLocalItem(itemOfForm(form), await policyDefinitions());
  return changing(async (tx) => {
    if (await isRepeat(tx, id, actor.id)) return accept({ changeId: id });
    const decision = add({ roleGroupCode, step, section: form.section }, { reach: await loadReach(tx, teamId) }, actor);
    if (!decision.ok) return decision;
    if (!item) return refuse({ code: "LocalItemUnsound" });

    const stored = { roleGroupCode, step, item } as unknown as Prisma.InputJsonValue;
    const made = { reason, madeById: actor.id, madeAt: now };
    await tx.localChange.create({ data: { id, teamId, kind: "add", itemCode: item.code, item: stored, ...made } });
    await publishLocalChanges(tx, now);
    await announce(tx, "LocalItemAdded", id, { teamId, itemCode: item.code }, actor.id);
    return accept({ changeId: id });
  });
}

/** Takes a local change back: the source's item applies again, the added one no more. The row stays. */
export const withdrawLocalChange = ({ changeId: id, reason }: Withdrawal, { actor, now }: Caller) =>
  changing(async (tx) => {
    const row = await tx.localChange.findUnique({ where: { id } });
    const { teamId = null, itemCode = "" } = row ?? {};
    const [reach, ground] = [await loadReach(tx, teamId), await loadLocalGround(tx, teamId)];
    const rest = ground.changes.filter((each) => each.itemCode !== itemCode || each.teamId !== teamId);
    const change = row && { isWithdrawn: row.withdrawnAt !== null };
    const decision = withdraw(change, { reach, after: structuresWith(ground, rest) }, actor);
    if (!decision.ok) return decision;

    const withdrawn = { withdrawnById: actor.id, withdrawnAt: now, withdrawReason: reason };
    await tx.localChange.update({ where: { id }, data: withdrawn });
    await publishLocalChanges(tx, now);
    await announce(tx, "LocalChangeWithdrawn", id, { teamId, itemCode }, actor.id);
    return accept({ changeId: id });
  });

type Action = "LocalItemExempted" | "LocalItemAdded" | "LocalChangeWithdrawn";

const announce = (tx: Tx, action: Action, changeId: string, change: Change, actorId: string) =>
  recordEvent(tx, { action, actorId, subjectId: changeId, body: { ...change } });
