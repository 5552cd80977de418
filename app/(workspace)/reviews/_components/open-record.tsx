import { after } from "next/server";
import type { Around } from "@/components/reviews/move-links";
import { RecordDesk } from "@/components/reviews/record-desk";
import { Withdrawals } from "@/components/reviews/withdrawals";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { Actor } from "@/lib/domain/access";
import { findHold } from "@/lib/hold/queries";
import type { RecordView } from "@/lib/reviewed-record/schema";
import { LONGEST_REASON } from "@/lib/reviews/schema";
import { noteVisit } from "@/lib/visit/commands";
import { findOrigin } from "@/lib/work-import/queries";
import { decideRecordAction, withdrawVerificationAction } from "../actions";
import { HoldStrip } from "./hold-strip";

type Props = { actor: Actor; record: RecordView; words: CurriculumWords; around: Around; now: Date };

/** A record on the desk; that it was opened is noted once the page is sent. */
export async function OpenRecord({ actor, record, words, around, now }: Props) {
  after(() => noteVisit(actor, { subjectId: record.trainee.id, place: "record", on: record.today }, now));
  const hold = await findHold(actor, { subject: "record", subjectId: record.recordId }, now);
  const origin = record.isImported ? await findOrigin(actor, record.recordId) : null;
  return (
    <>
      <HoldStrip hold={hold} />
      <RecordDesk
        record={record}
        hold={hold}
        origin={origin}
        words={words}
        decide={decideRecordAction}
        around={around}
      />
      <Withdrawals record={record} words={words} withdraw={withdrawVerificationAction} maxReason={LONGEST_REASON} />
    </>
  );
}
