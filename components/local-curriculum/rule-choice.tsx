import { Fieldset } from "@/components/form/fieldset";
import { NumberField } from "@/components/form/number-field";
import { RadioGroup } from "@/components/form/radio-group";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import { DRILL_COVERAGES, PERIOD_WINDOWS, SIMPLE_RULE_KINDS } from "@/lib/domain/rule";
import { MODES } from "@/lib/local-curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import { ConditionFields } from "./condition-fields";

type ListOption = { value: string; label: string };
type Props = { lists: readonly ListOption[] };
type RuleProps = Props & { suffix: "" | "2" };

/** How the criterion is measured: one rule, and a second one of which either or both are asked. */
export function RuleChoice({ lists }: Props) {
  const t = useTranslations("localCurriculum");
  return (
    <>
      <Rule lists={lists} suffix="" />
      <Disclosure summary={t("second")}>
        <RadioGroup
          name="combine"
          label={t("combine")}
          options={(["anyOf", "allOf"] as const).map((kind) => ({ value: kind, label: t(`combines.${kind}`) }))}
        />
        <Rule lists={lists} suffix="2" />
      </Disclosure>
    </>
  );
}

/** Every field is there without scripts; where the style sheet can tell, those that the kind needs. */
function Rule({ lists, suffix }: RuleProps) {
  const t = useTranslations("localCurriculum");
  return (
    <Fieldset legend={t(suffix === "" ? "rule" : "rule2")} className="rule-choice">
      <RadioGroup
        name={`ruleKind${suffix}`}
        label={t("ruleKind")}
        required={suffix === ""}
        hint={t("ruleKindHint")}
        options={SIMPLE_RULE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Numbers suffix={suffix} />
      <Accuracy suffix={suffix} />
      <Lists suffix={suffix} lists={lists} />
      <Points suffix={suffix} />
      <div className="for-count for-countInPeriod for-cadence for-duration for-accuracy for-techniques for-caseDrill">
        <ConditionFields suffix={suffix} />
      </div>
    </Fieldset>
  );
}

type FieldsProps = Pick<RuleProps, "suffix">;

function Numbers({ suffix }: FieldsProps) {
  const t = useTranslations("localCurriculum");
  return (
    <>
      <div className="for-count for-countInPeriod for-techniques">
        <NumberField name={`need${suffix}`} label={t("need")} unmarked />
      </div>
      <div className="for-countInPeriod">
        <RadioGroup
          name={`period${suffix}`}
          label={t("period")}
          unmarked
          options={PERIOD_WINDOWS.map((each) => ({ value: each, label: t(`periods.${each}`) }))}
          defaultValue={suffix === "" ? "rolling12Months" : ""}
        />
      </div>
      <div className="for-cadence for-duration">
        <NumberField name={`months${suffix}`} label={t("months")} unmarked />
        <NumberField name={`perMonth${suffix}`} label={t("perMonth")} unmarked />
      </div>
    </>
  );
}

function Accuracy({ suffix }: FieldsProps) {
  const t = useTranslations("localCurriculum");
  return (
    <div className="for-accuracy">
      <NumberField name={`minJudged${suffix}`} label={t("minJudged")} unmarked />
      <RadioGroup
        name={`bound${suffix}`}
        label={t("bound")}
        unmarked
        options={(["atLeast", "below"] as const).map((each) => ({ value: each, label: t(`bounds.${each}`) }))}
        defaultValue={suffix === "" ? "atLeast" : ""}
      />
      <NumberField name={`percent${suffix}`} label={t("percent")} unmarked />
    </div>
  );
}

function Lists({ suffix, lists }: RuleProps) {
  const t = useTranslations("localCurriculum");
  return (
    <>
      <div className="for-reading">
        <RadioGroup name={`list${suffix}`} label={t("list")} unmarked hint={t("listHint")} options={lists} />
      </div>
      <div className="for-caseDrill">
        <RadioGroup
          name={`coverage${suffix}`}
          label={t("coverage")}
          unmarked
          options={DRILL_COVERAGES.map((each) => ({ value: each, label: t(`coverages.${each}`) }))}
          defaultValue={suffix === "" ? "allSubCases" : ""}
        />
      </div>
    </>
  );
}

function Points({ suffix }: FieldsProps) {
  const t = useTranslations("localCurriculum");
  return (
    <>
      <div className="for-attest for-techniques">
        <TextArea name={`points${suffix}`} label={t("points")} unmarked hint={t("pointsHint")} max={4000} rows={4} />
        <TextArea name={`pointsEn${suffix}`} label={t("pointsEn")} unmarked max={4000} rows={4} />
      </div>
      {suffix === "" && (
        <div className="for-attest">
          <RadioGroup
            name="mode"
            label={t("mode")}
            unmarked
            options={MODES.map((each) => ({ value: each, label: t(`modes.${each}`) }))}
            defaultValue="explain"
          />
        </div>
      )}
    </>
  );
}
