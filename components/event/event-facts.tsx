import { EvidenceEntries } from "@/components/reviews/evidence-entries";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { EventSeen } from "@/lib/event/schema";
import { formatDay, formatMonth, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { event: EventSeen; words: CurriculumWords };

/** What an event says, and whether it still stands. */
export function EventFacts({ event, words }: Props) {
  const t = useTranslations("sharedEvents.page");
  const r = useTranslations("reviews.record");
  const { locale } = words;
  const { loggedBy, loggedOn, what, subCases, incidentRef, periodCovered, evidence, tlp, drillId } = event;
  const by = t("loggedByOn", { name: formatName(loggedBy, locale), day: formatDay(loggedOn, locale) });
  const facts = [
    { label: t("loggedBy"), value: by },
    what !== "" && { label: t("what"), value: <p className="as-typed">{what}</p> },
    subCases.length > 0 && { label: t("scenes"), value: <SceneNames codes={subCases} words={words} /> },
    incidentRef !== null && { label: t("ref"), value: incidentRef },
    periodCovered !== null && { label: t("period"), value: formatMonth(periodCovered, locale) },
    evidence.length > 0 && { label: t("evidence"), value: <EvidenceEntries evidence={evidence} kindWord={r} /> },
    drillId !== null && { label: t("drill"), value: <Link href={`/drills/${drillId}`}>{t("openDrill")}</Link> },
    { label: t("tlp"), value: `TLP:${tlp}` },
  ];
  return (
    <>
      <EndNote event={event} words={words} />
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </>
  );
}

/** サービス妨害攻撃: 方針を確かめて対応する */
export function sceneName(code: string, { all, subCase }: CurriculumWords): string {
  const found = all.cases.find(({ subCases }) => subCases.some((scene) => scene.code === code));
  return found ? `${found.name}: ${subCase(code)}` : subCase(code);
}

/** Scenes by name, with the case that they belong to. */
export function SceneNames({ codes, words }: { codes: readonly string[]; words: CurriculumWords }) {
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{sceneName(code, words)}</li>
      ))}
    </ul>
  );
}

function EndNote({ event: { end, correctedById }, words: { locale } }: Props) {
  const t = useTranslations("sharedEvents.page");
  if (!end) return null;
  const who = { name: formatName(end.by, locale), day: formatDay(end.on, locale) };
  return correctedById === null ? (
    <Message tone="wait" title={t("cancelledBy", who)} why={t("cancelledWhy", { reason: end.reason ?? "" })} />
  ) : (
    <Message
      tone="wait"
      title={t("correctedBy", who)}
      links={[{ href: `/events/${correctedById}`, label: t("correctedLink") }]}
    />
  );
}
