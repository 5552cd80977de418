import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";

type Props = { teamId: string; parentId: string | null; seen: string | null; action: FormAction };

/** Confirms the move with what the page said of it. */
export function MoveTeamForm({ teamId, parentId, seen, action }: Props) {
  const t = useTranslations("teams");
  return (
    <Form action={action} className="mt-6">
      <HiddenField name="teamId" value={teamId} />
      <HiddenField name="parentId" value={parentId ?? ""} />
      <HiddenField name="seen" value={seen ?? ""} />
      <div className="form-foot">
        <SubmitButton pending={t("move.pending")}>{t("move.submit")}</SubmitButton>
        <LinkButton href={`/teams/${teamId}`} look="text">
          {t("move.cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}
