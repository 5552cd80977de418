import "server-only";
import type { Caller } from "@/lib/domain/access";
import { accept, type Decision, refuse } from "@/lib/domain/result";
import { type AnalystRefusal, nameAnalysts } from "@/lib/domain/work-analyst";
import { checkMapping, type WorkSourceRefusal, worksIn } from "@/lib/domain/work-source";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { listTeams } from "@/lib/team/queries";
import { loadSource } from "./facts";
import { loadPeopleInReach, seenOf, sourceColumns, upsertAnalysts } from "./records";
import { type AnalystsForm, type NewSource, type SourceEdit, wishesOf } from "./schema";

type SourceRefusal =
  | WorkSourceRefusal
  | { readonly code: "SourceNameTaken" }
  | { readonly code: "SourceChangedMeanwhile" };
type SourceDecision = Decision<{ readonly sourceId: string }, SourceRefusal>;

/** 取り込み元を加える: how the files of a system are read, once for a team. */
export const addSource = ({ onceKey: id, teamId, mapping }: NewSource, { actor, now }: Caller) => {
  const work = async (tx: Tx): Promise<SourceDecision> => {
    if (await tx.workSource.findUnique({ where: { id, createdById: actor.id } })) return accept({ sourceId: id });
    const team = (await listTeams(tx)).find((each) => each.id === teamId);
    const ref = team && team.closedOn === null ? { teamId, ancestorIds: team.ancestorIds } : null;
    const decision = checkMapping(mapping, ref, actor);
    if (!decision.ok) return decision;

    const by = { createdAt: now, createdById: actor.id, changedAt: now, changedById: actor.id };
    await tx.workSource.create({ data: { id, teamId, ...sourceColumns(mapping), ...by } });
    const body = { sourceId: id, kind: mapping.kind };
    await recordEvent(tx, { action: "WorkSourceAdded", actorId: actor.id, subjectId: teamId, body });
    return accept({ sourceId: id });
  };
  return inTransaction(work, { onDuplicate: () => refuse({ code: "SourceNameTaken" }) });
};

/** Changes how files are read from now on; what was imported stays as it is. */
export const editSource = ({ sourceId, seen, mapping }: SourceEdit, { actor, now }: Caller) => {
  const work = async (tx: Tx): Promise<SourceDecision> => {
    const source = await loadSource(tx, sourceId, true);
    const decision = checkMapping(
      { ...mapping, kind: source?.mapping.kind ?? mapping.kind },
      source?.team ?? null,
      actor,
    );
    if (!source || !decision.ok) return decision.ok ? refuse({ code: "NotFound" }) : decision;
    if (seenOf(source) !== seen) return refuse({ code: "SourceChangedMeanwhile" });

    const { kind: _, ...values } = sourceColumns(mapping);
    await tx.workSource.update({ where: { id: sourceId }, data: { ...values, changedAt: now, changedById: actor.id } });
    const body = { sourceId, kind: source.mapping.kind };
    await recordEvent(tx, { action: "WorkSourceEdited", actorId: actor.id, subjectId: source.team.teamId, body });
    return accept({ sourceId });
  };
  return inTransaction(work, { onDuplicate: () => refuse({ code: "SourceNameTaken" }) });
};

/** Says which names of the files are which people. */
export const saveAnalysts = ({ sourceId, ...form }: AnalystsForm, { actor, now }: Caller) =>
  inTransaction<Decision<{ readonly sourceId: string }, AnalystRefusal>>(async (tx) => {
    const source = await loadSource(tx, sourceId, true);
    if (!source || !worksIn(actor, source.team)) return refuse({ code: "NotFound" });
    const decision = nameAnalysts(wishesOf(form), source.analysts, await loadPeopleInReach(tx, source, actor));
    if (!decision.ok) return decision;

    await upsertAnalysts(tx, sourceId, decision.value, { actor, now });
    const people = decision.value.flatMap(({ personId }) => personId ?? []);
    const body = { sourceId, names: decision.value.length, people };
    await recordEvent(tx, { action: "WorkAnalystsNamed", actorId: actor.id, subjectId: source.team.teamId, body });
    return accept({ sourceId });
  });
