import { useLocale } from "next-intl";
import { ruleSentence } from "@/components/curriculum/rule-text";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { CriterionStrip } from "@/components/training/criterion-strip";
import { HaveNeed } from "@/components/training/have-need";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Quote } from "@/components/ui/quote";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { HoldView } from "@/lib/hold/schema";
import type { JudgementView } from "@/lib/judgement/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { factDot, formatFacts, formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { CheckpointFields } from "./checkpoint-fields";
import { criterionFrame } from "./criterion-frame";
import { HeldByOther, isHeldByOther } from "./held-by-other";
import { type Around, MoveLinks } from "./move-links";
import { placeName } from "./place-name";
import { SourceNote } from "./source-note";
import { SupportingRecords } from "./supporting-records";

type Props = {
  judgement: JudgementView;
  hold: HoldView | null;
  words: CurriculumWords;
  judge: FormAction;
  around: Around;
};

/** One criterion to be judged, checkpoint by checkpoint, beside the records it can rest on. */
export function JudgementDesk({ judgement, hold, words, judge, around }: Props) {
  const t = useTranslations("reviews.judgement");
  const { enrolmentId, criterion, quality, stepCompleted, checkpoints } = judgement;
  const canJudge = quality !== null && !stepCompleted && checkpoints.length > 0 && !isHeldByOther(hold);
  return (
    <Form action={judge} className="rev-desk">
      <HiddenField name="enrolmentId" value={enrolmentId} />
      <HiddenField name="criterionCode" value={criterion.code} />
      <HiddenField name="place" value={around.place ?? ""} />
      <section className="ev">
        <Asked judgement={judgement} words={words} />
        {stepCompleted && <Message tone="plain" title={t("stepDone")} />}
        {checkpoints.length === 0 && <Message tone="wait" title={t("noList")} />}
        <h3>{t("checkpoints")}</h3>
        <CheckpointFields judgement={judgement} words={words} canJudge={canJudge} />
        <SupportingRecords claims={judgement.claims} today={judgement.calendar.today} />
      </section>
      <Measured judgement={judgement} words={words} />
      <div className="decide">
        <HeldByOther view={hold} />
        {quality === null && <p className="small sub">{t("onlyLook")}</p>}
        {canJudge && (
          <SubmitButton hint="V" data-key="v" pending={t("saving")}>
            {t("save")}
          </SubmitButton>
        )}
        <MoveLinks {...around} />
      </div>
    </Form>
  );
}

/** Whose criterion, where it stands in the curriculum, and what the trainee wrote with the request. */
function Asked({ judgement, words }: Pick<Props, "judgement" | "words">) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const { trainee, criterion, request, timeZone, calendar } = judgement;
  const place = placeName(t, words, { roleGroupCode: criterion.roleGroup, step: criterion.step });
  const asked = request
    ? t("judgement.requested", {
        at: formatInstant(new Date(request.requestedAt), locale, { zone: timeZone, today: calendar.today }),
      })
    : t("judgement.notRequested");
  return (
    <>
      <p className="crumb">
        {formatFacts([formatName(trainee, locale), place, asked], locale)}
        {factDot(locale)}
        <Link href={`/trainees/${trainee.id}`}>{t("record.progress")}</Link>
      </p>
      <h2 id="current" tabIndex={-1} className="phrase">
        {words.title(criterion.code)}
      </h2>
      <p className="prose">{words.text(criterion.code)}</p>
      <SourceNote code={criterion.code} words={words} />
      {request && request.note !== "" && <Quote by={formatName(trainee, locale)}>{request.note}</Quote>}
    </>
  );
}

function Measured({ judgement, words }: Pick<Props, "judgement" | "words">) {
  const t = useTranslations("reviews.judgement");
  const rules = useTranslations("rules");
  const { criterion, policy, progress, facts } = judgement;
  return (
    <aside className="ruleside">
      <section>
        <h3>{t("criterion")}</h3>
        <p className="small sub phrase">{ruleSentence(criterion, policy, rules, words)}</p>
        <HaveNeed progress={progress} />
        <CriterionStrip criterion={criterion} progress={progress} frame={criterionFrame(words, judgement, facts)} />
      </section>
      <section>
        <h3>{t("after")}</h3>
        <p className="small sub phrase">{t("afterText")}</p>
      </section>
    </aside>
  );
}
