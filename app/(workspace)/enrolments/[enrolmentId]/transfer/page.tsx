import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { TransferForm } from "@/components/transfer/transfer-form";
import { WhatMoves } from "@/components/transfer/what-moves";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { findManagedEnrolment } from "@/lib/enrolment/queries";
import { enrolmentPath } from "@/lib/enrolment/schema";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listTeams, organisationDay, teamsHeldBy } from "@/lib/team/queries";
import { countWhatMoves } from "@/lib/transfer/queries";
import { asked } from "../../../_components/asked";
import { transferEnrolmentAction } from "../../actions";

export const generateMetadata = titled("transfer", "title");

export default async function TransferPage({ params }: PageProps<"/enrolments/[enrolmentId]/transfer">) {
  const actor = await requireActor();
  const { enrolmentId } = await asked(enrolmentPath, params);
  const at = now();
  const [enrolment, waiting] = [
    await findManagedEnrolment(actor, enrolmentId),
    await countWhatMoves(actor, enrolmentId, at),
  ];
  if (!enrolment?.mayEnd || !waiting) notFound();
  const locale = await getLocale();
  const [t, e] = [await getTranslations("transfer"), await getTranslations("enrolments")];
  const all = await listTeams();
  const open = teamsHeldBy(actor, all).filter(({ id, closedOn }) => closedOn === null && id !== enrolment.teamId);
  const { roleGroupCode, teamNameJa, teamNameEn } = enrolment;
  const group = roleGroupCode ? (await curriculumWords(locale)).roleGroup(roleGroupCode).name : e("basic");
  const team = locale === "ja" ? teamNameJa : teamNameEn;
  const form = { enrolmentId, teams: open, today: organisationDay(all, at), others: waiting.others };
  return (
    <>
      <Breadcrumb label={e("where")} trail={[{ href: "/enrolments", label: e("title") }, { label: t("title") }]} />
      <PageHead title={t("title")} aside={formatName(enrolment, locale)} />
      <p className="lead">{t("lead", { name: formatName(enrolment, locale), group, team })}</p>
      {open.length === 0 ? (
        <EmptyState level={2} title={t("noTeam")}>
          {t("noTeamText")}
        </EmptyState>
      ) : (
        <>
          <WhatMoves waiting={waiting} />
          <TransferForm {...form} onceKey={newId()} action={transferEnrolmentAction} />
        </>
      )}
    </>
  );
}
