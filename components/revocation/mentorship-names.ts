import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { MentorshipSeen } from "@/lib/revocation/schema";

/** Role group and team of each, in the reader's language. */
export const mentorshipNames = (
  mentorships: readonly MentorshipSeen[],
  { words, locale, everywhere }: { words: CurriculumWords; locale: string; everywhere: string },
): string => {
  const place = ({ team }: MentorshipSeen) => (team ? (locale === "ja" ? team.nameJa : team.nameEn) : everywhere);
  const named = mentorships.map((each) => `${words.roleGroup(each.roleGroupCode).name} (${place(each)})`);
  return new Intl.ListFormat(locale).format(named);
};
