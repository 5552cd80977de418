import { ruleSentence } from "@/components/curriculum/rule-text";
import { CheckboxGroup } from "@/components/form/checkbox-group";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Tag } from "@/components/ui/tag";
import { partsOf } from "@/lib/domain/record-needs";
import { useTranslations } from "@/lib/platform/words";
import { addClaimAction } from "../../../actions";
import { type FurtherCriterion, furtherCriteria } from "./further-criteria";
import { type RecordFrame, type RecordSeen, stands } from "./record-seen";

type Props = { record: RecordSeen; frame: RecordFrame; asked: string | null };

/** One more criterion for the record: first which, then what the record shows of it. */
export function AddClaim({ record, frame, asked }: Props) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  if (!stands(record)) return null;
  const further = furtherCriteria(record, frame.enrolments);
  const chosen = further.find(({ key }) => key === asked);
  if (chosen) return <AddForm record={record} frame={frame} chosen={chosen} />;
  return (
    <Disclosure summary={t("add")} className="no-print mt-3">
      <p className="hint">{further.length === 0 ? m("noFurther") : t("addHint")}</p>
      <ul className="mt-2" aria-label={m("chooseFurther")}>
        {further.map((each) => (
          <li key={each.key} className="flex flex-wrap items-baseline gap-2 py-1">
            <Link href={`/my-training/records/${record.recordId}?add=${each.key}#add`}>
              {frame.words.title(each.criterion.code)}
            </Link>
            <Place of={each} frame={frame} />
            {!each.counts && <span className="small sub">{m("judgedOnly")}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Place({ of: { roleGroupCode, step }, frame }: { of: FurtherCriterion; frame: RecordFrame }) {
  const m = useTranslations("myRecords.record");
  if (roleGroupCode === null) return null;
  return <Tag>{m("place", { group: frame.words.roleGroup(roleGroupCode).shortName, step })}</Tag>;
}

type FormProps = Omit<Props, "asked"> & { chosen: FurtherCriterion };

function AddForm({ record, frame: { words }, frame, chosen }: FormProps) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  const rules = useTranslations("rules");
  const { criterion, enrolment, key, step } = chosen;
  const policy = enrolment.measured.find((each) => each.step === step)?.policy ?? enrolment.measure.policyToday;
  const parts = partsOf(criterion.rule);
  return (
    <Form action={addClaimAction} id="add" className="note no-print mt-3">
      <HiddenField name="recordId" value={record.recordId} />
      <HiddenField name="claim" value={key} />
      <h3>{m("addTitle", { title: words.title(criterion.code) })}</h3>
      <p>
        <Place of={chosen} frame={frame} />
      </p>
      <p className="hint phrase">{ruleSentence(criterion, policy, rules, words)}</p>
      {parts.length > 0 && (
        <CheckboxGroup
          name="parts[]"
          label={m("partsLabel")}
          unmarked
          options={parts.map((part) => ({ value: `${key}:${part}`, label: words.part(criterion.code, part) }))}
        />
      )}
      <div className="form-foot">
        <SubmitButton pending={t("adding")}>{t("addSend")}</SubmitButton>
        <LinkButton look="text" href={`/my-training/records/${record.recordId}`}>
          {m("addBack")}
        </LinkButton>
      </div>
    </Form>
  );
}
