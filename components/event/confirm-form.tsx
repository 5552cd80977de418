import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import type { ClaimChoice } from "@/components/training/claim-choices";
import type { EnrolmentSeen, TrainingWords } from "@/components/training/enrolment-seen";
import { ClaimPick } from "@/components/training/record-form/claim-pick";
import { textOf } from "@/components/training/record-form/defaults";
import { EvidenceField } from "@/components/training/record-form/evidence-field";
import { pickRow } from "@/components/training/record-form/form-rows";
import { MovesAside } from "@/components/training/record-form/moves-aside";
import { NeededFields } from "@/components/training/record-form/needed-fields";
import { monthOf } from "@/lib/domain/calendar";
import type { FormAction, FormValues } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  proposalId: string;
  enrolments: readonly EnrolmentSeen[];
  choices: readonly ClaimChoice[];
  worded: TrainingWords;
  defaults: FormValues;
  action: FormAction;
};

/** What its person did, and what it counts for: the rest of the record is the event's. */
export function ConfirmForm({ proposalId, enrolments, choices, worded, defaults, action }: Props) {
  const t = useTranslations("sharedEvents.proposal");
  const offered = choicesOf(choices, defaults);
  return (
    <Form action={action} className="logwrap">
      <div>
        <HiddenField name="proposalId" value={proposalId} />
        <Given defaults={defaults} />
        <Own defaults={defaults} />
        <Claims choices={offered} worded={worded} defaults={defaults} />
        <NeededFields
          choices={offered}
          enrolments={enrolments}
          worded={worded}
          defaults={defaults}
          month={monthOf(enrolments[0]?.today ?? "")}
        />
        <EvidenceField defaults={defaults} rows={2} />
        <div className="bar-foot">
          <SubmitButton pending={t("sending")} hint="Ctrl ↵">
            {t("send")}
          </SubmitButton>
        </div>
      </div>
      <aside className="moves">
        <MovesAside choices={offered} worded={worded} defaults={defaults} />
      </aside>
    </Form>
  );
}

/** The scene is the event's: without one, nothing can count for a case; with one, it is not asked for again. */
const choicesOf = (choices: readonly ClaimChoice[], defaults: FormValues): readonly ClaimChoice[] =>
  choices
    .filter(({ needs }) => textOf(defaults, "subCase") !== "" || !needs.includes("subCase"))
    .map((choice) => ({ ...choice, needs: choice.needs.filter((field) => field !== "subCase") }));

/** Kind and label are given; the list of criteria and the fields beside it look at them. */
function Given({ defaults }: Pick<Props, "defaults">) {
  return ["kind", "tlp"].map((name) => (
    <input key={name} type="radio" name={name} value={textOf(defaults, name)} defaultChecked hidden />
  ));
}

function Own({ defaults }: Pick<Props, "defaults">) {
  const t = useTranslations("sharedEvents.proposal");
  if (textOf(defaults, "tlp") === "RED") return null;
  return (
    <>
      <TextArea
        name="did"
        label={t("did")}
        unmarked
        beside
        max={10_000}
        rows={3}
        defaultValue={textOf(defaults, "did")}
      />
      <TextArea name="learned" label={t("learned")} beside max={10_000} rows={2} />
    </>
  );
}

function Claims({ choices, worded, defaults }: Pick<Props, "choices" | "worded" | "defaults">) {
  const t = useTranslations("records.form");
  const r = useTranslations("records");
  const p = useTranslations("progress");
  return (
    <ClaimPick
      rows={choices.map((choice) => pickRow(choice, worded, r, p))}
      words={{
        label: t("claims"),
        hint: t("claimsHint"),
        parts: t("parts"),
        others: t("others"),
        none: t("noClaims"),
      }}
      defaultClaims={defaults["claims[]"] ?? []}
      defaultParts={[]}
    />
  );
}
