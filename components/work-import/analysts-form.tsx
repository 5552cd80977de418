import { Checkbox } from "@/components/form/checkbox";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { SectionHeading } from "@/components/ui/section-heading";
import type { PersonInReach } from "@/lib/domain/work-analyst";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { AnalystSeen } from "@/lib/work-source/schema";

type Props = {
  sourceId: string;
  analysts: readonly AnalystSeen[];
  people: readonly PersonInReach[];
  action: FormAction;
};

const LIST = "people-in-reach";

/** Who each name of the files is; addresses can be chosen from a list by name. */
export function AnalystsForm({ sourceId, analysts, people, action }: Props) {
  const t = useTranslations("workImport.analysts");
  if (analysts.length === 0) return <p className="mt-3">{t("none")}</p>;
  return (
    <Form action={action} className="narrow-page mt-4">
      <HiddenField name="sourceId" value={sourceId} />
      <datalist id={LIST}>
        {people.map(({ personId, email, name }) => (
          <option key={personId} value={email} label={name} />
        ))}
      </datalist>
      {analysts.map((analyst) => (
        <OneAnalyst key={analyst.key} analyst={analyst} />
      ))}
      <div className="form-foot">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}

function OneAnalyst({ analyst }: { analyst: AnalystSeen }) {
  const t = useTranslations("workImport.analysts");
  const { key, shown, aside, person, isOfOthers, likely } = analyst;
  const filled = person ?? likely;
  return (
    <section className="sec">
      <SectionHeading className="mb-3">{shown}</SectionHeading>
      {isOfOthers ? (
        <p className="small mt-2">{t("others")}</p>
      ) : (
        <>
          <HiddenField name={`name:${key}`} value={shown} />
          <TextField
            name={`person:${key}`}
            label={t("person")}
            hint={[filled?.name, t(likely ? "likely" : "personHint")].filter(Boolean).join(" ・ ")}
            max={254}
            defaultValue={filled?.email ?? ""}
            input={{ list: LIST, autoComplete: "off" }}
          />
          <Checkbox name="aside[]" value={key} label={t("aside", { name: shown })} defaultChecked={aside} />
        </>
      )}
    </section>
  );
}
