import { useLocale } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Team = { readonly id: string; readonly nameJa: string; readonly nameEn: string };

export function MoveHead({ team }: { team: Team }) {
  const t = useTranslations("teams");
  const name = teamName(team, useLocale());
  const trail = [
    { href: "/teams", label: t("title") },
    { href: `/teams/${team.id}`, label: name },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={[...trail, { label: t("move.title") }]} />
      <PageHead title={t("move.of", { name })} />
      <p className="lead">{t("move.lead")}</p>
    </>
  );
}
