import { z } from "zod";
import { STEP_NUMBERS } from "@/lib/domain/proficiency";
import { choice, day, line, optional, paragraph, uuid } from "@/lib/platform/fields";
import type { Messages } from "@/lib/platform/messages";

const NOT_A_CHOICE: keyof Messages["validation"] = "notAChoice";
const code = () => line(100).regex(/^[a-z][a-zA-Z0-9.-]{0,99}$/, { error: NOT_A_CHOICE });
const step = () =>
  choice(["0", "1", "2", "3"]).transform((text) => STEP_NUMBERS.find((each) => String(each) === text) ?? 0);

export const taskDone = z.object({ enrolmentId: uuid(), taskCode: code(), doneOn: optional(day()) });
export type TaskDone = z.output<typeof taskDone>;

export const taskKey = z.object({ enrolmentId: uuid(), taskCode: code() });
export type TaskKey = z.output<typeof taskKey>;

const note = () => optional(paragraph(1000)).transform((text) => text ?? "");

export const judgementWish = z.object({ enrolmentId: uuid(), criterionCode: code(), note: note() });
export type JudgementWish = z.output<typeof judgementWish>;

export const signOffWish = z.object({ enrolmentId: uuid(), step: step(), note: note() });
export type SignOffWish = z.output<typeof signOffWish>;

export const requestKey = z.object({ requestId: uuid() });
export type RequestKey = z.output<typeof requestKey>;

export const remarkAnswer = z.object({ remarkId: uuid(), answer: paragraph(2000) });
export type RemarkAnswer = z.output<typeof remarkAnswer>;
