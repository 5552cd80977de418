import { useLocale } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  title: string;
  trainee: { readonly id: string; readonly name: string; readonly latinName: string };
  step: { readonly href: string; readonly label: string };
};

export function RevocationHead({ title, trainee, step }: Props) {
  const t = useTranslations("revocation");
  const name = formatName(trainee, useLocale());
  const trail = [
    { href: "/trainees", label: t("trainees") },
    { href: `/trainees/${trainee.id}`, label: name },
    step,
    { label: title },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={title} aside={name} />
    </>
  );
}
