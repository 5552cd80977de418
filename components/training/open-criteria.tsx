import { ProgressBar } from "@/components/chart/progress-bar";
import { Badge } from "@/components/ui/badge";
import { Legend } from "@/components/ui/legend";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { CriterionRow } from "./criterion-row";
import {
  type EnrolmentSeen,
  frameOf,
  groupName,
  openStepOf,
  type StepSeen,
  type TrainingWords,
} from "./enrolment-seen";
import type { CriterionFrame, MeasuredCriterion } from "./frame";
import { tallyOf } from "./training-map";

/** Where the page of one STEP is; the mentor's pages have their own. */
export type StepHref = (enrolmentId: string, step: StepSeen["step"]) => string;
type Props = { enrolments: readonly EnrolmentSeen[]; worded: TrainingWords; hrefOf: StepHref };

/** All open criteria of all enrolments in one table, so that nobody hunts through tabs. */
export function OpenCriteria({ enrolments, worded, hrefOf }: Props) {
  const t = useTranslations("training");
  const p = useTranslations("progress");
  const marks = ["verified", "waiting", "now", "open", "broken"] as const;
  return (
    <section className="sec">
      <SectionHeading
        note={t("criteria.note")}
        end={<Legend entries={marks.map((kind) => ({ mark: <Mark kind={kind} />, word: p(`legend.${kind}`) }))} />}
      >
        {t("criteria.title")}
      </SectionHeading>
      {enrolments.map((enrolment) => (
        <EnrolmentCriteria
          key={enrolment.training.ref.enrolmentId}
          enrolment={enrolment}
          worded={worded}
          hrefOf={hrefOf}
        />
      ))}
    </section>
  );
}

function EnrolmentCriteria({ enrolment, worded, hrefOf }: { enrolment: EnrolmentSeen } & Omit<Props, "enrolments">) {
  const t = useTranslations("training");
  const open = openStepOf(enrolment);
  const { enrolmentId } = enrolment.training.ref;
  const isBasic = enrolment.training.ref.roleGroupCode === null;
  if (!open && isBasic) return null;
  return (
    <>
      <GroupHead enrolment={enrolment} open={open} worded={worded} hrefOf={hrefOf} />
      {!open && <p className="done-line">{t("criteria.finished")}</p>}
      <ol>
        {open?.topics && <TopicRow step={open} href={hrefOf(enrolmentId, open.step)} />}
        {enrolment.measured.map((step) => (
          <StepRows key={step.step} enrolment={enrolment} step={step} worded={worded} hrefOf={hrefOf} />
        ))}
      </ol>
      {open?.progress && (
        <MetLine enrolment={enrolment} step={open} worded={worded} href={hrefOf(enrolmentId, open.step)} />
      )}
    </>
  );
}

type HeadProps = { enrolment: EnrolmentSeen; open: StepSeen | undefined; worded: TrainingWords; hrefOf: StepHref };

function GroupHead({ enrolment, open, worded, hrefOf }: HeadProps) {
  const t = useTranslations("training");
  const { enrolmentId, roleGroupCode } = enrolment.training.ref;
  const name = groupName(enrolment, worded) ?? t("criteria.basicFirst");
  if (!open) {
    return (
      <div className="grp">
        <h3>{name}</h3>
      </div>
    );
  }
  const { met, all } = tallyOf(open);
  const towards = roleGroupCode === null ? t("criteria.basicTowards") : t(`criteria.towards.${open.step}`);
  const day = open.openedOn === null ? null : formatDay(open.rebased?.on ?? open.openedOn, worded.locale);
  return (
    <div className="grp">
      <h3>{name}</h3>
      <Tag>{towards}</Tag>
      <span className="small b">{t("criteria.met", { met, all })}</span>
      <span className="end">
        {open.step > 0 && (
          <span className="faint">{day === null ? t("criteria.policyToday") : t("criteria.policyOn", { day })}</span>
        )}
        <Link href={hrefOf(enrolmentId, open.step)}>{wholeOf(open, roleGroupCode === null, t)}</Link>
      </span>
    </div>
  );
}

function wholeOf({ step }: StepSeen, isBasic: boolean, t: ReturnType<typeof useTranslations<"training">>) {
  if (step > 0) return t("criteria.whole", { step: t("step.title", { step }) });
  return t(isBasic ? "criteria.wholeBasic" : "criteria.wholeCommon");
}

type StepRowsProps = { enrolment: EnrolmentSeen; step: StepSeen; worded: TrainingWords; hrefOf: StepHref };

/** Unmet criteria of the open STEP; of a later one those that have records already. */
function StepRows({ enrolment, step, worded, hrefOf }: StepRowsProps) {
  const frame = frameOf(enrolment, step.policy, worded);
  const isAhead = step.step !== enrolment.openStep;
  const shown = measuredIn(enrolment, step).filter(({ progress }) =>
    isAhead ? progress.counted.length + progress.waiting.length + progress.notCounted.length > 0 : !progress.met,
  );
  const href = hrefOf(enrolment.training.ref.enrolmentId, step.step);
  return shown.map((measured) => (
    <CriterionRow
      key={measured.criterion.code}
      {...measured}
      frame={frame}
      href={`${href}#${measured.criterion.code}`}
      {...(isAhead && { ahead: step.step })}
    />
  ));
}

/** The criteria of a STEP with their progress, in the order of the source. */
export function measuredIn({ curriculum }: EnrolmentSeen, { progress }: StepSeen): readonly MeasuredCriterion[] {
  return (progress?.criteria ?? []).flatMap((each) => {
    const criterion = curriculum.criterion(each.criterionCode);
    return criterion ? [{ criterion, progress: each }] : [];
  });
}

function MetLine({ enrolment, step, worded, href }: Omit<StepRowsProps, "hrefOf"> & { href: string }) {
  const t = useTranslations("training");
  const frame = frameOf(enrolment, step.policy, worded);
  const met = measuredIn(enrolment, step).filter(({ progress }) => progress.met);
  if (met.length === 0) return null;
  return (
    <p className="done-line">
      <Badge state="done">{t("criteria.metLine")}</Badge>
      {met.map((each) => (
        <span key={each.criterion.code}>{metEntry(each, frame, t)}</span>
      ))}
      <Link href={`${href}#criteria`}>{t("criteria.details")}</Link>
    </p>
  );
}

function metEntry(
  { criterion, progress }: MeasuredCriterion,
  { words, locale }: CriterionFrame,
  t: ReturnType<typeof useTranslations<"training">>,
) {
  const title = words.title(criterion.code);
  return progress.metOn === undefined
    ? title
    : t("criteria.metEntry", { title, day: formatDay(progress.metOn, locale) });
}

/** Basic and common education: topics with n / m. */
function TopicRow({ step: { topics, step }, href }: { step: StepSeen; href: string }) {
  const t = useTranslations("training");
  const p = useTranslations("progress");
  const { done, all } = { done: topics?.done.length ?? 0, all: topics?.all ?? 0 };
  const state = done === 0 ? "open" : done === all ? "done" : "partial";
  return (
    <li className="crit">
      <div className="st">
        <Mark kind={state} label={p(`row.${state === "done" ? "met" : state}`)} />
      </div>
      <div>
        <p className="t">
          <Link href={href}>{t("step.topics")}</Link>
        </p>
        <p className="rule phrase">{t("criteria.topicsRule")}</p>
      </div>
      <p className="hv">
        <span className="have">{done}</span> <span className="need">{p("need.parts", { need: all })}</span>
      </p>
      <div className="viz">
        <ProgressBar label={t("criteria.topicsLabel", { done, all })} have={done} need={all} />
      </div>
      <p className="nx phrase">
        {done === all && step === 0 ? t("map.mayAsk") : t("next.learnWhy", { remaining: all - done })}
      </p>
    </li>
  );
}
