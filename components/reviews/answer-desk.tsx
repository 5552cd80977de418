import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { CriterionStrip } from "@/components/training/criterion-strip";
import { HaveNeed } from "@/components/training/have-need";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Quote } from "@/components/ui/quote";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { AnswerView } from "@/lib/judgement/schema";
import { LONGEST_REASON } from "@/lib/judgement/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { factDot, formatFacts, formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { criterionFrame } from "./criterion-frame";
import { type Around, MoveLinks } from "./move-links";
import { placeName } from "./place-name";
import { useReadyPhrases } from "./ready-phrases";
import { ReasonBox } from "./reason-box";
import { ReasonPanel } from "./reason-panel";
import { SupportingRecords } from "./supporting-records";

type Props = { answer: AnswerView; words: CurriculumWords; judge: FormAction; around: Around };

/** What was sent back, what came in answer, and whether that is enough. */
export function AnswerDesk({ answer, words, judge, around }: Props) {
  const t = useTranslations("reviews.answer");
  const { remarkId, quality, isSettled, place } = answer;
  return (
    <Form action={judge} className="rev-desk">
      <HiddenField name="remarkId" value={remarkId} />
      <HiddenField name="place" value={around.place ?? ""} />
      <section className="ev">
        <Exchange answer={answer} words={words} />
        {isSettled && <Message tone="ok" title={t("settled")} />}
        {place && <SupportingRecords claims={place.claims} today={place.calendar.today} />}
      </section>
      <aside className="ruleside">
        {place && <Progress place={place} words={words} />}
        <section>
          <h3>{t("after")}</h3>
          <p className="small sub phrase">{t("afterText")}</p>
        </section>
      </aside>
      <div className="decide">
        {quality !== null && !isSettled && <Decision />}
        <MoveLinks {...around} />
      </div>
    </Form>
  );
}

function Exchange({ answer, words }: Pick<Props, "answer" | "words">) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const { trainee, code, by, madeAt, reason, answer: reply, answeredAt, timeZone } = answer;
  const at = (instant: string) => formatInstant(new Date(instant), locale, { zone: timeZone });
  return (
    <>
      <p className="crumb">
        {formatFacts([formatName(trainee, locale), placeName(t, words, answer)], locale)}
        {factDot(locale)}
        <Link href={`/trainees/${trainee.id}`}>{t("record.progress")}</Link>
      </p>
      <h2 id="current" tabIndex={-1} className="phrase">
        {words.title(code)}
      </h2>
      <h3>{t("answer.sentBack")}</h3>
      <Quote tone="back" by={`${formatName(by, locale)} ${at(madeAt)}`}>
        {reason}
      </Quote>
      {reply !== null && (
        <>
          <h3>{t("answer.reply")}</h3>
          <Quote by={`${formatName(trainee, locale)} ${answeredAt === null ? "" : at(answeredAt)}`}>{reply}</Quote>
        </>
      )}
    </>
  );
}

function Progress({ place, words }: { place: NonNullable<AnswerView["place"]>; words: CurriculumWords }) {
  const t = useTranslations("reviews.judgement");
  const { criterion, progress, facts } = place;
  return (
    <section>
      <h3>{t("criterion")}</h3>
      <p className="small sub phrase">{words.text(criterion.code)}</p>
      <HaveNeed progress={progress} />
      <CriterionStrip criterion={criterion} progress={progress} frame={criterionFrame(words, place, facts)} />
    </section>
  );
}

function Decision() {
  const t = useTranslations("reviews");
  const ready = useReadyPhrases();
  return (
    <>
      <SubmitButton name="decision" value="accept" hint="V" data-key="v" pending={t("answer.accepting")}>
        {t("answer.accept")}
      </SubmitButton>
      <ReasonPanel summary={t("answer.reject")} hint="B">
        <div className="reasons">
          <ReasonBox
            name="reason"
            label={t("decide.reason")}
            hint={t("decide.reasonHint")}
            max={LONGEST_REASON}
            {...ready}
          />
          <SubmitButton
            look="refuseFill"
            name="decision"
            value="sendBack"
            hint="Ctrl ↵"
            pending={t("answer.rejecting")}
          >
            {t("answer.rejectNow")}
          </SubmitButton>
        </div>
      </ReasonPanel>
    </>
  );
}
