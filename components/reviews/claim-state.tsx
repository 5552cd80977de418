import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Note } from "@/components/ui/note";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { dayOf, formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimView, RecordView } from "@/lib/reviewed-record/schema";

type Props = { claim: ClaimView; record: RecordView; words: CurriculumWords };

/** How a claim stands that is not to be decided now: verified by whom and as what, or sent back. */
export function ClaimState({ claim, record, words }: Props) {
  const t = useTranslations("reviews.claim");
  const locale = useLocale();
  const { verified, standing, isFrozen } = claim;
  if (standing === "sentBack") return <Badge state="back">{t("sentBack")}</Badge>;
  if (!verified) return null;
  const day = formatDay(dayOf(new Date(verified.at), record.timeZone), locale, { today: record.today });
  return (
    <>
      <p className="mt-3">
        <Badge state="done">{t("verifiedBy", { name: formatName(verified.by, locale), day })}</Badge>
      </p>
      {verified.byReviewer && <p className="small sub">{t("byReviewer")}</p>}
      <Confirmed claim={claim} words={words} />
      {verified.comment !== "" && <Note>{verified.comment}</Note>}
      {isFrozen && <p className="small sub">{t("frozen")}</p>}
    </>
  );
}

/** What was confirmed, where it is more than that it happened. */
function Confirmed({ claim: { verified, criterion }, words }: Pick<Props, "claim" | "words">) {
  const t = useTranslations("reviews");
  const form = useTranslations("records.form");
  const locale = useLocale();
  if (!verified) return null;
  const { supervision, mentorPresent, parts, judged, right } = verified.confirmed;
  const said = [
    supervision !== null ? form(`supervisions.${supervision}`) : "",
    mentorPresent ? t("claim.checks.mentorPresent") : "",
    judged !== null ? t("claim.values.numbers", { judged, right: right ?? 0 }) : "",
    ...parts.map((part) => words.part(criterion.code, part)),
  ].filter((each) => each !== "");
  if (said.length === 0) return null;
  return (
    <p className="small sub">
      {t("claim.confirmedAs")}: {formatFacts(said, locale)}
    </p>
  );
}
