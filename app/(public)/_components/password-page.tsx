import type { FormAction } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import { LinkSpent } from "./link-spent";
import { PasswordByLink } from "./password-by-link";
import { PublicPage } from "./public-page";

type Props = {
  kind: "invitation" | "reset";
  token: string;
  /** Null where the link leads to nobody any more. */
  person: { name: string; email: string } | null;
  action: FormAction;
};

/** What an invitation and a reset link lead to: a password to choose. */
export function PasswordPage({ kind, token, person, action }: Props) {
  const t = useTranslations("identity");
  if (!person) {
    return (
      <PublicPage title={t("spent.title")}>
        <LinkSpent />
      </PublicPage>
    );
  }
  const words = { submit: t(`${kind}.submit`), pending: t(`${kind}.pending`) };
  return (
    <PublicPage title={t(`${kind}.title`)} lead={t(`${kind}.lead`, { name: person.name })}>
      <PasswordByLink action={action} token={token} email={person.email} {...words} />
    </PublicPage>
  );
}
