import { useLocale } from "next-intl";
import type { EnrolmentSeen, TrainingWords } from "@/components/training/enrolment-seen";
import type { RemarkSeen } from "@/components/training/frame";
import { LinkButton } from "@/components/ui/link-button";
import { Quote } from "@/components/ui/quote";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  enrolments: readonly EnrolmentSeen[];
  trainee: { name: string; latinName: string };
  worded: TrainingWords;
};

/** What was sent back and is not settled, with the answer where there is one. */
export function OpenRemarks({ enrolments, trainee, worded }: Props) {
  const t = useTranslations("trainees.onePerson");
  const remarks = enrolments.flatMap(({ training }) => training.remarks);
  return (
    <section className="sec">
      <SectionHeading>{t("remarks")}</SectionHeading>
      {remarks.length === 0 && <p className="small sub">{t("noRemarks")}</p>}
      {remarks.map((remark) => (
        <OneRemark key={remark.remarkId} remark={remark} trainee={trainee} worded={worded} />
      ))}
    </section>
  );
}

function OneRemark({ remark, trainee, worded }: Pick<Props, "trainee" | "worded"> & { remark: RemarkSeen }) {
  const t = useTranslations("trainees.onePerson");
  const locale = useLocale();
  const { by, madeOn, reason, answer, criterionCode } = remark;
  return (
    <div className="said py-3">
      <h3>{worded.words.title(criterionCode)}</h3>
      <Quote tone="back" by={t("saidBy", { name: formatName(by, locale), day: formatDay(madeOn, locale) })}>
        {reason}
      </Quote>
      {answer === null ? (
        <p className="small sub">{t("unanswered")}</p>
      ) : (
        <Quote by={formatName(trainee, locale)}>{answer}</Quote>
      )}
      <p className="mt-2">
        <NextStep remark={remark} />
      </p>
    </div>
  );
}

/** An answer about a record is judged with the record. */
function NextStep({ remark: { remarkId, recordId, answer } }: { remark: RemarkSeen }) {
  const t = useTranslations("trainees.onePerson");
  if (recordId !== null) {
    return (
      <LinkButton size="small" href={`/reviews/${recordId}`}>
        {t("openRecord")}
      </LinkButton>
    );
  }
  if (answer === null) return null;
  return (
    <LinkButton size="small" href={`/reviews/answers/${remarkId}`}>
      {t("judgeAnswer")}
    </LinkButton>
  );
}
