import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import type { TeamProfile } from "@/lib/domain/team";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { TeamFields } from "./team-fields";

type WithAction = { teamId: string; action: FormAction };

export function EditTeam({ teamId, action, seen, profile }: WithAction & { seen: string; profile: TeamProfile }) {
  const t = useTranslations("teams.edit");
  return (
    <Disclosure summary={t("title")}>
      <Form action={action} className="narrow-page">
        <HiddenField name="teamId" value={teamId} />
        <HiddenField name="seen" value={seen} />
        <TeamFields profile={profile} />
        <div className="form-foot">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

type Close = WithAction & { life: { members: number; enrolments: number; below: number } };

export function CloseTeam({ teamId, action, life }: Close) {
  const t = useTranslations("teams.close");
  return (
    <Disclosure summary={t("title")} className="mt-2">
      <Form action={action} className="narrow-page">
        <p>{t("lead", life)}</p>
        <p className="small">{t("ends")}</p>
        <HiddenField name="teamId" value={teamId} />
        <div className="form-foot">
          <SubmitButton look="refuse" pending={t("pending")}>
            {t("submit")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

export function ReopenTeam({ teamId, action }: WithAction) {
  const t = useTranslations("teams.close");
  return (
    <Form action={action} className="mt-3">
      <HiddenField name="teamId" value={teamId} />
      <SubmitButton look="outline" pending={t("reopening")}>
        {t("reopen")}
      </SubmitButton>
    </Form>
  );
}
