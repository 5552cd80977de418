import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import { formatInstant } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { IssuedLink } from "./issued-link";

type Props = {
  personId: string;
  joined: boolean;
  invitedUntil: string | null;
  deactivated: boolean;
  invite: FormAction;
  reset: FormAction;
};

/** How the person gets in: an invitation before the first time, a reset link later; or not at all. */
export function AccessSection({ personId, joined, invitedUntil, deactivated, invite, reset }: Props) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <section className="sec">
      <SectionHeading>{t("access.title")}</SectionHeading>
      <p className="mt-3">{t(joined ? "access.joined" : "access.notJoined")}</p>
      {!joined && invitedUntil !== null && (
        <p className="small">{t("access.invitedUntil", { day: formatInstant(new Date(invitedUntil), locale) })}</p>
      )}
      {!deactivated && (
        <LinkForm personId={personId} kind={joined ? "reset" : "invite"} action={joined ? reset : invite} />
      )}
      <p className="mt-6">
        <LinkButton href={`/people/${personId}/standing`} look={deactivated ? "outline" : "refuse"}>
          {t(deactivated ? "standing.reactivate" : "standing.deactivate")}
        </LinkButton>
      </p>
    </section>
  );
}

type LinkFormProps = { personId: string; kind: "invite" | "reset"; action: FormAction };

function LinkForm({ personId, kind, action }: LinkFormProps) {
  const t = useTranslations("people.access");
  const words = {
    label: t("link"),
    once: t("linkOnce"),
    until: t.raw("linkUntil"),
    copy: t("copy"),
    copied: t("copied"),
  };
  return (
    <Form action={action} className="mt-3">
      <HiddenField name="personId" value={personId} />
      {kind === "reset" && <p className="small mb-2">{t("resetHint")}</p>}
      <SubmitButton look="outline" pending={t("making")}>
        {t(kind)}
      </SubmitButton>
      <IssuedLink words={words} locale={useLocale()} />
    </Form>
  );
}
