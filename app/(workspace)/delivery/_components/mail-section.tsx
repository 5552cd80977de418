import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { MailServerShown } from "@/lib/delivery/schema";
import { useTranslations } from "@/lib/platform/words";
import { removeMailServerAction, testMailAction } from "../actions";

/** The mail server as it is set, a test of it, and the way to change it. */
export function MailSection({ server }: { server: MailServerShown | null }) {
  const t = useTranslations("delivery.mail");
  return (
    <section className="sec">
      <SectionHeading>{t("heading")}</SectionHeading>
      {server === null ? (
        <EmptyState title={t("none")} action={<LinkButton href="/delivery/mail">{t("set")}</LinkButton>}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <Server {...server} />
      )}
    </section>
  );
}

function Server({ host, port, security, userName, fromAddress }: MailServerShown) {
  const t = useTranslations("delivery.mail");
  return (
    <>
      <Facts
        facts={[
          { label: t("host"), value: `${host}:${port}` },
          { label: t("security"), value: t(`securities.${security}`) },
          { label: t("userName"), value: userName ?? t("signsInNot") },
          { label: t("from"), value: fromAddress },
        ]}
      />
      <div className="mt-4 flex flex-wrap gap-2">
        <Form action={testMailAction}>
          <SubmitButton pending={t("trying")}>{t("try")}</SubmitButton>
        </Form>
        <LinkButton href="/delivery/mail" look="outline">
          {t("change")}
        </LinkButton>
        <Form action={removeMailServerAction}>
          <SubmitButton look="refuse" pending={t("removing")}>
            {t("remove")}
          </SubmitButton>
        </Form>
      </div>
    </>
  );
}
