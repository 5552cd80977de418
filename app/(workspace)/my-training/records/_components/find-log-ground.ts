import type { Actor } from "@/lib/domain/access";
import { findTrainingGround } from "../../_components/find-training-ground";
import { choicesFor, type LogGround } from "./logging";

/** Asks for all that a form of a record needs. */
export async function findLogGround(actor: Actor, formKey: string): Promise<LogGround> {
  const ground = await findTrainingGround(actor, formKey);
  return { ...ground, choices: choicesFor(ground.enrolments, ground.around) };
}
