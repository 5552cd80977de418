import { defaultsFor } from "@/components/training/record-form/defaults";
import type { RecordDraft } from "@/lib/domain/record";
import { newId } from "@/lib/platform/ids";
import { DRAFT_OF_RECORD } from "@/lib/records/schema";
import { logRecordAction } from "../../actions";
import { type LogGround, Logging } from "./logging";
import type { LogWish } from "./wish";

type Props = { ground: LogGround; wish: LogWish; earlier: RecordDraft | null };

/** The form of a new record, filled in as far as the address and what was typed before say. */
export function NewRecord({ ground, wish, earlier }: Props) {
  const { around, choices, enrolments } = ground;
  const taken = earlier ? { [wish.isAnother ? "another" : "copied"]: earlier } : {};
  const defaults = defaultsFor(
    { ...wish, ...taken },
    {
      today: enrolments[0]?.today ?? "",
      choices,
      draft: around.draft?.values ?? null,
      lastKind: around.recent[0]?.kind ?? null,
      lastClaims: around.lastClaims,
    },
  );
  return (
    <Logging
      {...ground}
      defaults={defaults}
      onceKey={newId()}
      hidden={wish.from ? { from: wish.from } : {}}
      isCorrection={false}
      isAsked={earlier !== null || wish.criterion !== undefined || around.draft !== null}
      formKey={DRAFT_OF_RECORD}
      action={logRecordAction}
    />
  );
}
