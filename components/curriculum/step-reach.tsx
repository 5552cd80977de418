import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";

/** Table 4-n: who enters the STEP, what they become, and how. */
export function StepReach({ group, step, words }: { group: RoleGroupCode; step: 1 | 2 | 3; words: CurriculumWords }) {
  const t = useTranslations("curriculum");
  const row = words.roleGroup(group).stepTable.find((each) => each.step === step);
  if (!row) return null;
  return (
    <>
      <p className="reach">
        {row.entrant} <span aria-hidden="true">→</span>{" "}
        {t.rich("becomes", { level: t(`levels.${step}`), b: (chunks) => <b>{chunks}</b> })}
      </p>
      <p className="full">{row.text}</p>
    </>
  );
}
