import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { PersonProfile } from "@/lib/domain/person";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { PersonFields } from "./person-fields";

type Props = { personId: string; seen: string; profile: PersonProfile; action: FormAction; children: ReactNode };

export function EditPersonForm({ personId, seen, profile, action, children }: Props) {
  const t = useTranslations("people.edit");
  return (
    <Form action={action} className="narrow-page">
      <HiddenField name="personId" value={personId} />
      <HiddenField name="seen" value={seen} />
      <PersonFields profile={profile} />
      {children}
      <div className="form-foot">
        <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        <LinkButton href={`/people/${personId}`} look="text">
          {t("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
