import { claimChoices, quickChoices } from "@/components/training/claim-choices";
import { type EnrolmentSeen, openStepOf, type TrainingWords } from "@/components/training/enrolment-seen";
import { NextList } from "@/components/training/next-list";
import { QuickLog } from "@/components/training/quick-log";
import { toActIn } from "@/components/training/to-act";
import type { UsualWait } from "@/components/training/usual-wait";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { nextActions } from "@/lib/domain/next-action";
import { useTranslations } from "@/lib/platform/words";
import type { LogSurroundings } from "@/lib/records/queries";
import { quickLogAction, saveDraftAction } from "../actions";

type Props = {
  enrolments: readonly EnrolmentSeen[];
  around: LogSurroundings;
  worded: TrainingWords;
  usual: UsualWait;
  onceKey: string;
};

/** What to do next, and beside it the quick log, ready to type. */
export function MyDay({ enrolments, around, worded, usual, onceKey }: Props) {
  const today = enrolments[0]?.today ?? "";
  const used = around.lastClaims.flatMap(({ claims }) => claims);
  const open = enrolments.map((enrolment) => [openStepOf(enrolment) ?? []].flat());
  const choices = quickChoices(claimChoices(enrolments, open, used));
  return (
    <div className="twoup">
      <div>
        {around.recent.length === 0 && enrolments.every(isUntouched) && <FirstRecord />}
        <NextList
          actions={nextActions(enrolments.map(toActIn), today)}
          enrolments={enrolments}
          worded={worded}
          usual={usual}
        />
      </div>
      <QuickLog
        choices={choices}
        enrolments={enrolments}
        worded={worded}
        today={today}
        onceKey={onceKey}
        lastClaims={around.recent[0]?.claims ?? []}
        draft={around.draft}
        log={quickLogAction}
        saveDraft={saveDraftAction}
      />
    </div>
  );
}

const isUntouched = ({ training }: EnrolmentSeen) =>
  training.facts.claims.length === 0 && training.topicsDone.length === 0 && training.remarks.length === 0;

function FirstRecord() {
  const t = useTranslations("training.empty");
  return (
    <EmptyState
      title={t("noRecord")}
      level={2}
      action={<LinkButton href="/my-training/records/new">{t("logFirst")}</LinkButton>}
    >
      {t("noRecordWhy")}
    </EmptyState>
  );
}
