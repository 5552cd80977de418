import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { SignedStep } from "@/lib/signed-step/schema";

type Props = { signed: SignedStep; place: string; isOwn: boolean };

/** Whose STEP, with the way back to it: one's own page for the trainee. */
export function SignedHead({ signed, place, isOwn }: Props) {
  const t = useTranslations("signedStep");
  const name = formatName(signed.trainee, useLocale());
  const { enrolmentId } = signed.enrolment;
  const stands = signed.revocations.every(({ reinstated }) => reinstated !== null);
  const trail = isOwn
    ? [
        { href: "/my-training", label: t("own") },
        { href: `/my-training/${enrolmentId}/${signed.step}`, label: place },
      ]
    : [
        { href: `/trainees/${signed.trainee.id}`, label: name },
        { href: `/trainees/${signed.trainee.id}/${enrolmentId}/${signed.step}`, label: place },
      ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={[...trail, { label: t("title") }]} />
      <PageHead
        title={t("titleOf", { place })}
        aside={name}
        actions={<Badge state={stands ? "done" : "short"}>{t(stands ? "stands" : "isRevoked")}</Badge>}
      />
    </>
  );
}
