import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { EnrolmentSeen, PersonSeen, TrainingWords } from "../enrolment-seen";

type Recent = { readonly recordId: string; readonly happenedOn: string; readonly title: string };
type Props = { recent: readonly Recent[]; worded: TrainingWords; today: string };

/** 前の記録から書く: kind, criteria and supervision are taken over, the text is not. */
export function EarlierRecords({ recent, worded, today }: Props) {
  const t = useTranslations("records.copy");
  if (recent.length === 0) return null;
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      <ul className="earlier">
        {recent.map(({ recordId, happenedOn, title }) => (
          <li key={recordId}>
            <span className="n">{formatDay(happenedOn, worded.locale, { today })}</span>
            <span>{title}</span>
            <Link href={`/my-training/records/new?copy=${recordId}`} aria-label={t("copyLabel", { title })}>
              {t("copy")}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who will verify it, and how long that usually takes. */
export function WhoVerifies({
  enrolments,
  worded,
  usual,
}: {
  enrolments: readonly EnrolmentSeen[];
  worded: TrainingWords;
  usual: string;
}) {
  const t = useTranslations("records.who");
  const all = new Map(
    enrolments.flatMap(({ training }) => training.mentors.map((mentor) => [mentor.id, mentor] as const)),
  );
  const [first, ...others] = [...all.values()];
  return (
    <Note>
      <b>{t("title")}</b>
      <br />
      {first ? t("text", { names: namesOf(first, others.length, worded, t), usual }) : t("nobody")}
    </Note>
  );
}

function namesOf(
  first: PersonSeen,
  others: number,
  { locale }: TrainingWords,
  t: ReturnType<typeof useTranslations<"records.who">>,
) {
  const name = formatName(first, locale);
  return others === 0 ? t("one", { name }) : t("more", { name, count: others });
}
