import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/platform/words";
import { acknowledgePurposeAction } from "../actions";

type Props = { read: number; version: number; next: string };

/** To say that this version was read, and on to what was asked for; or that it has been read. */
export function Acknowledgement({ read, version, next }: Props) {
  const t = useTranslations("purpose");
  return read < version ? (
    <Form action={acknowledgePurposeAction} className="mt-8">
      <HiddenField name="next" value={next} />
      <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
    </Form>
  ) : (
    <p className="small mt-8">
      {t("read", { version })} <Link href="/profile/held">{t("back")}</Link>
    </p>
  );
}
