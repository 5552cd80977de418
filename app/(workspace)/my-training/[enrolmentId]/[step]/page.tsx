import { notFound } from "next/navigation";
import { findMaterials } from "@/lib/materials/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { DRAFT_OF_QUICK_LOG } from "@/lib/records/schema";
import { stepIn } from "@/lib/training/queries";
import { DoneToast } from "../../../_components/done-toast";
import { findTrainingGround } from "../../_components/find-training-ground";
import { StepBody } from "./_components/step-body";
import { StepHead } from "./_components/step-head";

export const generateMetadata = titled("training", "title");

export default async function StepPage({ params, searchParams }: PageProps<"/my-training/[enrolmentId]/[step]">) {
  const actor = await requireActor();
  const { enrolments, ...ground } = await findTrainingGround(actor, DRAFT_OF_QUICK_LOG);
  const found = stepIn(enrolments, await params);
  if (!found) notFound();
  const materials = await findMaterials(found.enrolment.training.ref.roleGroupCode);
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <StepHead {...ground} {...found} />
      <StepBody {...ground} {...found} materials={materials} now={now()} />
    </>
  );
}
