import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findProposal } from "@/lib/event/queries";
import { proposalPath } from "@/lib/event/schema";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { asked } from "../../../_components/asked";
import { Proposal } from "../_components/proposal";

export const generateMetadata = titled("sharedEvents.proposal", "title");

export default async function ProposalPage({ params }: PageProps<"/my-training/proposals/[proposalId]">) {
  const actor = await requireActor();
  const proposal = await findProposal(actor, (await asked(proposalPath, params)).proposalId);
  if (!proposal) notFound();
  const t = await getTranslations("sharedEvents");
  const trail = [{ href: "/my-training", label: t("proposals.home") }, { label: t("proposal.title") }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("proposal.title")} />
      <Proposal actor={actor} proposal={proposal} />
    </>
  );
}
