import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";
import { acknowledgePurposeAction } from "../actions";

type Props = { read: number; version: number };

/** To say that this version was read, or that it has been. */
export function Acknowledgement({ read, version }: Props) {
  const t = useTranslations("purpose");
  return read < version ? (
    <Form action={acknowledgePurposeAction} className="mt-8">
      <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
    </Form>
  ) : (
    <p className="small mt-8">
      {t("read", { version })} <Link href="/profile/held">{t("back")}</Link>
    </p>
  );
}
