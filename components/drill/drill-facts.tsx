import { SceneNames } from "@/components/event/event-facts";
import { Facts } from "@/components/ui/facts";
import { Message } from "@/components/ui/message";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { DrillSeen } from "@/lib/drill/schema";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { drill: DrillSeen; words: CurriculumWords };

/** What is planned, for whom, and what became of it. */
export function DrillFacts({ drill, words }: Props) {
  const t = useTranslations("drills.page");
  const { plannedBy, subCases, note, invited, state, cancelReason, eventId } = drill;
  const name = (person: typeof plannedBy) => formatName(person, words.locale);
  const facts = [
    { label: t("by"), value: name(plannedBy) },
    subCases.length > 0 && { label: t("scenes"), value: <SceneNames codes={subCases} words={words} /> },
    { label: t("people"), value: invited.map(name).join(words.locale === "ja" ? "、" : ", ") },
    note !== "" && { label: t("note"), value: <p className="as-typed">{note}</p> },
  ];
  return (
    <>
      {state === "cancelled" && (
        <Message tone="wait" title={t("cancelledNote")} why={t("cancelledWhy", { reason: cancelReason ?? "" })} />
      )}
      {state === "held" && (
        <Message
          tone="ok"
          title={t("heldNote")}
          links={eventId === null ? [] : [{ href: `/events/${eventId}`, label: t("openEvent") }]}
        />
      )}
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </>
  );
}
