import { stepHref } from "@/components/training/enrolment-seen";
import { OpenCriteria } from "@/components/training/open-criteria";
import { TrainingMap } from "@/components/training/training-map";
import type { TrainingGround } from "./find-training-ground";
import { MyDay } from "./my-day";

/** What comes next, where each role group stands, and every criterion under way. */
export function TrainingNow({ onceKey, ...ground }: TrainingGround & { onceKey: string }) {
  return (
    <>
      <MyDay {...ground} onceKey={onceKey} />
      <TrainingMap {...ground} />
      <OpenCriteria {...ground} hrefOf={stepHref} />
    </>
  );
}
