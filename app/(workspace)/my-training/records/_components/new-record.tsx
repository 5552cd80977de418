import { CodeForm } from "@/components/task-book/code-form";
import { choiceByCode } from "@/components/training/record-form/choice-by-code";
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
  const coded = choiceByCode(choices, wish.code);
  const criterion = coded?.key ?? wish.criterion;
  const taken = earlier ? { [wish.isAnother ? "another" : "copied"]: earlier } : {};
  const defaults = defaultsFor(
    { ...wish, criterion, ...taken },
    {
      today: enrolments[0]?.today ?? "",
      choices,
      draft: around.draft?.values ?? null,
      lastKind: around.recent[0]?.kind ?? null,
      lastClaims: around.lastClaims,
    },
  );
  return (
    <>
      <CodeForm code={wish.code} found={coded ? ground.worded.words.title(coded.criterion.code) : null} />
      <Logging
        {...ground}
        defaults={defaults}
        onceKey={newId()}
        hidden={wish.from ? { from: wish.from } : {}}
        isCorrection={false}
        isAsked={earlier !== null || criterion !== undefined || around.draft !== null}
        formKey={DRAFT_OF_RECORD}
        action={logRecordAction}
      />
    </>
  );
}
