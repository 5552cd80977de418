import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { SectionHeading } from "@/components/ui/section-heading";
import type { LeavesPage } from "@/lib/leave/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { type LeaveActions, LeaveTable } from "./leave-table";

type Props = LeavesPage & { actions: LeaveActions & { enter: FormAction; onceKey: string } };

/** On the profile and on a person's page, for oneself and one's managers. */
export function LeaveSection({ personId, today, leaves, actions }: Props) {
  const t = useTranslations("leave");
  return (
    <section className="sec" id="leave">
      <SectionHeading>{t("title")}</SectionHeading>
      <p className="small mt-2">{t("lead")}</p>
      {leaves.length === 0 ? (
        <p className="mt-3">{t("none")}</p>
      ) : (
        <LeaveTable leaves={leaves} today={today} actions={actions} />
      )}
      <Disclosure summary={t("add")} className="mt-3">
        <Form action={actions.enter} onceKey={actions.onceKey} className="narrow-page">
          <HiddenField name="personId" value={personId} />
          <DateField name="fromOn" label={t("from")} required defaultValue={today} />
          <DateField name="toOn" label={t("to")} hint={t("toHint")} />
          <div className="form-foot">
            <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </section>
  );
}
