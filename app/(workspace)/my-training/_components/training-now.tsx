import { PersonCases } from "@/components/drill/person-cases";
import { WhatWaits } from "@/components/event/what-waits";
import { TargetLines } from "@/components/target-date/target-lines";
import { stepHref } from "@/components/training/enrolment-seen";
import { OpenCriteria } from "@/components/training/open-criteria";
import { TrainingMap } from "@/components/training/training-map";
import type { WhatWaits as Waits } from "@/lib/event/schema";
import { CurrencyLines } from "./currency-lines";
import type { TrainingGround } from "./find-training-ground";
import { MyDay } from "./my-day";

type Props = TrainingGround & { onceKey: string; waits: Waits };

/** What comes next, what others logged with the reader, where each role group stands, and every criterion under way. */
export function TrainingNow({ onceKey, waits, ...ground }: Props) {
  const { enrolments, worded } = ground;
  return (
    <>
      <MyDay {...ground} onceKey={onceKey} />
      <WhatWaits {...waits} words={worded.words} today={enrolments[0]?.today ?? ""} />
      <TrainingMap {...ground} />
      <CurrencyLines enrolments={enrolments} words={worded.words} />
      <TargetLines enrolments={enrolments} worded={worded} hrefOf={stepHref} />
      <OpenCriteria {...ground} hrefOf={stepHref} />
      <PersonCases enrolments={enrolments} words={worded.words} planned={plannedIn(waits)} folded />
    </>
  );
}

const plannedIn = ({ invitations }: Waits) =>
  invitations.flatMap(({ subCases, plannedOn: on }) =>
    subCases.map((subCase) => ({ subCase, on, standing: "planned" as const, supervision: null })),
  );
