import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RevocationPage } from "@/lib/revocation/schema";
import { mentorshipNames } from "./mentorship-names";
import { stageChange, stepsWord } from "./stage-words";

type Props = { page: RevocationPage; words: CurriculumWords; placeOf: (request: Blocked) => string };
type Blocked = RevocationPage["consequences"]["blocked"][number];

/** Each rule by name, also where it changes nothing: what is not said would have to be guessed. */
export function ConsequenceList({ page, words, placeOf }: Props) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  const { completion, consequences } = page;
  const { standing, suspended, blocked, unfrozen, given } = consequences;
  const name = formatName(completion.trainee, locale);
  const places = new Intl.ListFormat(locale).format(blocked.map(placeOf));
  const isBasic = completion.enrolment.roleGroupCode === null;
  return (
    <Facts
      facts={[
        { label: t("standing"), value: stageChange(t, standing, isBasic) },
        {
          label: t("suspended"),
          value:
            suspended.length > 0 ? t("suspendedText", { steps: stepsWord(suspended, locale) }) : t("suspendedNone"),
        },
        { label: t("blocked"), value: blocked.length > 0 ? t("blockedText", { places }) : t("blockedNone") },
        { label: t("mentorships"), value: useMentorshipText(page, words) },
        { label: t("readiness"), value: useReadinessText(page, words) },
        {
          label: t("unfrozen"),
          value: unfrozen > 0 ? t("unfrozenText", { count: unfrozen }) : t("unfrozenNone"),
        },
        { label: t("given"), value: given > 0 ? t("givenText", { name, count: given }) : t("givenNone", { name }) },
      ]}
    />
  );
}

function useMentorshipText({ mentorships, consequences: { released } }: RevocationPage, words: CurriculumWords) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  if (mentorships.length === 0) return t("mentorshipsNone");
  const names = mentorshipNames(mentorships, { words, locale, everywhere: t("everywhere") });
  return [t("mentorshipsText", { names }), ...(released > 0 ? [t("released", { count: released })] : [])].join(" ");
}

function useReadinessText({ completion, consequences: { independent } }: RevocationPage, words: CurriculumWords) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  const { roleGroupCode } = completion.enrolment;
  if (!independent || !roleGroupCode) return t("readinessNone");
  const team = locale === "ja" ? completion.team.nameJa : completion.team.nameEn;
  return t("readinessText", { team, group: words.roleGroup(roleGroupCode).name, ...independent });
}
