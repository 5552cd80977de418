import "server-only";
import { findProofReference } from "@/lib/audit/queries";
import { latestEdition } from "@/lib/curriculum/queries";
import { type Actor, canViewEnrolment, type EnrolmentRef } from "@/lib/domain/access";
import { itemsOf } from "@/lib/domain/edition-items";
import { mayKeepLeave } from "@/lib/domain/leave";
import { coversEnrolment } from "@/lib/domain/reading-grant";
import { compared } from "@/lib/domain/second-opinion";
import { digestOf } from "@/lib/platform/digest";
import { findGrantsFor } from "@/lib/reading/facts";
import { type EnrolmentView, listWholeTraining } from "@/lib/training/queries";
import { type LoadedHistory, type LoadedLocalChange, type LoadedOpinion, loadHistory } from "./facts";
import { loadPerson, loadRecords } from "./records";
import type { JudgementEntry, LocalEntry, OpinionEntry } from "./schema";

/**
 * One person's whole history, as far as the actor may see it: the trainee everything, mentors their role groups' part, managers
 * their teams', auditors who, what and when, and the texts while a manager lets them. Null where nothing of it is theirs to see. Six statements.
 */
export async function findTrainingRecord(actor: Actor, personId: string, now: Date) {
  const enrolments = await listWholeTraining(actor, personId, now);
  if (enrolments.length === 0) return null;
  const refs = enrolments.map(({ training }) => training.ref);
  const today = enrolments[0]?.today ?? "";
  const grants = await findGrantsFor(actor, personId, today);
  const isOpen = (ref: EnrolmentRef) =>
    canViewEnrolment(actor, ref) || grants.some((grant) => coversEnrolment(grant, ref));
  const seen = {
    visible: refs.map(({ enrolmentId }) => enrolmentId),
    readable: refs.filter(isOpen).map(({ enrolmentId }) => enrolmentId),
    readerId: actor.id,
  };
  const readsLeave = actor.isAuditor || mayKeepLeave(actor, { personId, teams: refs.map(({ team }) => team) });
  const [person, history, records, checkpoint] = await Promise.all([
    loadPerson(personId, readsLeave),
    loadHistory(seen),
    loadRecords(personId, seen),
    findProofReference(),
  ]);
  if (!person || !history) return null;
  const { head, ...who } = person;
  const { localChanges, ...told } = history;
  return {
    person: who,
    enrolments,
    ...told,
    ...judgedApart(actor, history),
    steps: history.steps.map(({ rested, ...step }) => ({
      ...step,
      digest: rested && digestOf(rested),
      edition: rested?.edition ?? null,
      policy: rested?.policy ?? {},
      items: rested?.items ?? [],
    })),
    local: await localItems(enrolments, localChanges),
    records,
    proof: { ...head, checkpoint },
    /** STEPs that are open, of which the reader may take the book along. */
    books: enrolments.flatMap(({ training, openStep }) =>
      openStep !== null && training.endedOn === null && canViewEnrolment(actor, training.ref)
        ? [{ ...training.ref, step: openStep }]
        : [],
    ),
    /** What stands in its place is said where a text is left out. */
    textsLeftOut: seen.readable.length < seen.visible.length,
    today,
    /** By which an auditor reads the texts. */
    readingGrantIds: grants.filter((grant) => refs.some((ref) => coversEnrolment(grant, ref))).map(({ id }) => id),
  };
}

/** Who is asked for a second opinion and has not answered sees no judgement of that criterion, here as elsewhere. */
function judgedApart({ id }: Actor, { judgements, opinions }: LoadedHistory) {
  const asked = opinions.filter((each) => each.askedOfId === id && each.givenAt === null && !each.declined);
  const isHidden = ({ enrolmentId, criterionCode }: JudgementEntry) =>
    asked.some((each) => each.enrolmentId === enrolmentId && each.criterionCode === criterionCode);
  return {
    judgements: judgements.map((each) =>
      isHidden(each) ? { ...each, judgement: null, supervision: null, comment: null } : each,
    ),
    opinions: opinions.map(answered),
  };
}

const answered = ({ askedOfId: _, givenAt, second, first, ...opinion }: LoadedOpinion): OpinionEntry => ({
  ...opinion,
  comparison: compared(second, first, givenAt),
});

type Placed = ReturnType<typeof itemsOf>;

/** What the organisation added to each enrolment's edition, or left out of it. */
async function localItems(enrolments: readonly EnrolmentView[], changes: readonly LoadedLocalChange[]) {
  if (changes.length === 0) return [];
  const base = itemsOf((await latestEdition()).structure);
  return enrolments.flatMap((enrolment) => localItemsOf(enrolment, changes, base));
}

function localItemsOf({ training, curriculum }: EnrolmentView, changes: readonly LoadedLocalChange[], base: Placed) {
  const { enrolmentId, roleGroupCode } = training.ref;
  const own = new Map(itemsOf(curriculum.structure).map((item) => [item.code, item]));
  const all = new Map(base.map((item) => [item.code, item]));
  return changes.flatMap(({ enrolmentIds, ...change }): LocalEntry[] => {
    const item = change.kind === "add" ? own.get(change.itemCode) : all.get(change.itemCode);
    const applies = change.kind === "add" || !own.has(change.itemCode);
    const isHere = enrolmentIds.includes(enrolmentId) && item?.roleGroupCode === roleGroupCode;
    return item && applies && isHere ? [{ ...change, enrolmentId, step: item.step }] : [];
  });
}
