import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { EnrolmentSeen, TrainingWords } from "../enrolment-seen";
import type { UsualWait } from "../usual-wait";

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
  usual: UsualWait;
}) {
  const t = useTranslations("records.who");
  const names = whoseWords(enrolments, worded, t);
  return (
    <Note>
      <b>{t("title")}</b>
      <br />
      {names === "" ? t("nobody") : t("text", { names, usual: usual.record })}
    </Note>
  );
}

type WhoTranslator = ReturnType<typeof useTranslations<"records.who">>;

/** By role group where there are several: each has mentors of its own. */
function whoseWords(enrolments: readonly EnrolmentSeen[], { locale, words }: TrainingWords, t: WhoTranslator): string {
  const groups = enrolments.flatMap(({ training: { ref, mentors } }) =>
    ref.roleGroupCode !== null && mentors[0]
      ? [{ code: ref.roleGroupCode, first: mentors[0], all: mentors.length }]
      : [],
  );
  return groups
    .map(({ code, first, all }) => {
      const name = formatName(first, locale);
      const names = all === 1 ? t("one", { name }) : t("more", { name, count: all - 1 });
      return groups.length === 1 ? names : t("group", { group: words.roleGroup(code).shortName, names });
    })
    .join(t("join"));
}
