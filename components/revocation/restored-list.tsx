import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import type { ReinstatementPage } from "@/lib/revocation/schema";
import { mentorshipNames } from "./mentorship-names";
import { stageChange, stepsWord } from "./stage-words";

type Props = { page: ReinstatementPage; words: CurriculumWords };

/** What comes back by itself, and what an act must bring back. */
export function RestoredList({ page, words }: Props) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  const { standing, resumed } = page.restored;
  const isBasic = page.completion.enrolment.roleGroupCode === null;
  return (
    <Facts
      facts={[
        { label: t("standing"), value: stageChange(t, standing, isBasic) },
        {
          label: t("resumed"),
          value: resumed.length > 0 ? t("resumedText", { steps: stepsWord(resumed, locale) }) : t("resumedNone"),
        },
        { label: t("toAppoint"), value: <ToAppoint page={page} words={words} /> },
      ]}
    />
  );
}

function ToAppoint({ page, words }: Props) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  const { mentorships, completion } = page;
  if (mentorships.length === 0) return t("toAppointNone");
  const names = mentorshipNames(mentorships, { words, locale, everywhere: t("everywhere") });
  return (
    <>
      {t("toAppointText", { names })}{" "}
      <Link href={`/appointments/new?person=${completion.trainee.id}`}>{t("toAppointLink")}</Link>
    </>
  );
}
