import { findWhatWaits } from "@/lib/event/queries";
import { newId } from "@/lib/platform/ids";
import { requireViewer } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { DRAFT_OF_QUICK_LOG } from "@/lib/records/schema";
import { findSaid } from "@/lib/said/queries";
import { DoneToast } from "../_components/done-toast";
import { findTrainingGround } from "./_components/find-training-ground";
import { NotEnrolled } from "./_components/not-enrolled";
import { OwnNotes } from "./_components/own-notes";
import { OwnOpinions } from "./_components/own-opinions";
import { TrainingHead } from "./_components/training-head";
import { TrainingNow } from "./_components/training-now";

export const generateMetadata = titled("training", "title");

export default async function MyTrainingPage({ searchParams }: PageProps<"/my-training">) {
  const viewer = await requireViewer();
  const { actor } = viewer;
  const [ground, waits, { notes, opinions }] = await Promise.all([
    findTrainingGround(actor, DRAFT_OF_QUICK_LOG),
    findWhatWaits(actor),
    findSaid(actor),
  ]);
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <TrainingHead person={{ ...viewer, id: actor.id }} {...ground} />
      {ground.enrolments.length === 0 ? <NotEnrolled /> : <TrainingNow {...ground} waits={waits} onceKey={newId()} />}
      <OwnNotes notes={notes} enrolments={ground.enrolments} />
      <OwnOpinions opinions={opinions} enrolments={ground.enrolments} words={ground.worded.words} />
    </>
  );
}
