import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { findProposal } from "@/lib/event/queries";
import { proposalPath } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../../_components/asked";
import { Confirming } from "../_components/confirming";

export const generateMetadata = titled("sharedEvents.proposal", "title");

export default async function ProposalPage({ params }: PageProps<"/my-training/proposals/[proposalId]">) {
  const actor = await requireActor();
  const { proposalId } = await asked(proposalPath, params);
  const proposal = await findProposal(actor, proposalId);
  if (!proposal) notFound();
  const t = await getTranslations("sharedEvents");
  const { recordId, declined, eventEnded } = proposal;
  const over = recordId !== null || declined ? "answered" : eventEnded ? "ended" : null;
  const trail = [{ href: "/my-training", label: t("proposals.title") }, { label: t("proposal.title") }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("proposal.title")} />
      {over === null ? (
        <Confirming actor={actor} proposal={proposal} />
      ) : (
        <EmptyState
          title={t(`proposal.${over}`)}
          level={2}
          action={<LinkButton href="/my-training/records">{t("proposal.records")}</LinkButton>}
        >
          {t(`proposal.${over}Text`)}
        </EmptyState>
      )}
    </>
  );
}
