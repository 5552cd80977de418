import { ReadingsSection } from "@/components/reading/readings-section";
import type { Actor } from "@/lib/domain/access";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { listReadings, type ReadingAbout } from "@/lib/reading/queries";
import { grantReadingAction, withdrawReadingAction } from "../actions";

/** Nothing for whoever manages nothing of it. */
export async function ReadingsOf({ actor, about }: { actor: Actor; about: ReadingAbout }) {
  const found = await listReadings(actor, about, now());
  if (!found) return null;
  const actions = { grant: grantReadingAction, withdraw: withdrawReadingAction, onceKey: newId() };
  return <ReadingsSection {...found} about={about} actions={actions} />;
}
