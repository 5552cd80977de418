import { CheckboxGroup } from "@/components/form/checkbox-group";
import { Disclosure } from "@/components/ui/disclosure";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";

type Props = { words: CurriculumWords; chosen: readonly string[]; hint: string };

/** The scenes of the drill cases, folded until one is chosen. */
export function SceneChoice({ words, chosen, hint }: Props) {
  const t = useTranslations("sharedEvents.form");
  const { cases } = words.all;
  const count = cases.reduce((sum, { subCases }) => sum + subCases.length, 0);
  return (
    <div className="field scene-choice">
      <Disclosure summary={t("scenesOf", { count })} open={chosen.length > 0}>
        <p className="hint">{hint}</p>
        {cases.map(({ code, number, name, subCases }) => (
          <CheckboxGroup
            key={code}
            name="subCases[]"
            label={`${number} ${name}`}
            unmarked
            options={subCases.map((scene) => ({ value: scene.code, label: scene.name }))}
            defaultValues={chosen}
          />
        ))}
      </Disclosure>
    </div>
  );
}
