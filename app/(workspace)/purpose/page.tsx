import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { SectionHeading } from "@/components/ui/section-heading";
import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { requireSignedIn } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { acknowledgePurposeAction } from "./actions";

export const generateMetadata = titled("purpose", "title");

const POINTS = ["what", "why", "not", "who", "rights"] as const;

export default async function PurposePage() {
  const { purposeVersion } = await requireSignedIn();
  const t = await getTranslations("purpose");
  const version = PURPOSE_VERSION;
  return (
    <>
      <PageHead title={t("title")} aside={t("version", { version })} sub={t("lead")} />
      {POINTS.map((point) => (
        <section key={point} className="sec">
          <SectionHeading>{t(`points.${point}`)}</SectionHeading>
          <p className="prose mt-2">{t(`points.${point}Text`)}</p>
        </section>
      ))}
      {purposeVersion < version ? (
        <Form action={acknowledgePurposeAction} className="mt-8">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </Form>
      ) : (
        <p className="small mt-8">
          {t("read", { version })} <Link href="/profile/held">{t("back")}</Link>
        </p>
      )}
    </>
  );
}
