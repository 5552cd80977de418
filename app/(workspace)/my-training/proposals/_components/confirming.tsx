import { ConfirmForm } from "@/components/event/confirm-form";
import { DeclineForm } from "@/components/event/decline-form";
import { valuesOf } from "@/components/training/record-form/defaults";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import type { Actor } from "@/lib/domain/access";
import { type ProposalView, proposedRecord } from "@/lib/event/queries";
import { formatDay, formatName } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";
import { DRAFT_OF_RECORD } from "@/lib/records/schema";
import { confirmProposalAction, declineProposalAction } from "../../../events/actions";
import { findLogGround } from "../../records/_components/find-log-ground";

type Props = { actor: Actor; proposal: ProposalView };

/** The record as it is proposed, to confirm, change or decline. Four statements. */
export async function Confirming({ actor, proposal }: Props) {
  const [ground, t] = await Promise.all([findLogGround(actor, DRAFT_OF_RECORD), getTranslations("sharedEvents")]);
  const { enrolments, choices, worded } = ground;
  const { event, subCase, proposalId, eventId, loggedBy } = proposal;
  const { words, locale } = worded;
  const facts = [
    { label: t("proposal.day"), value: formatDay(event.happenedOn, locale, { weekday: true }) },
    { label: t("proposal.kind"), value: t(`kinds.${event.kind}`) },
    { label: t("proposal.name"), value: <Link href={`/events/${eventId}`}>{event.title}</Link> },
    subCase !== null && { label: t("proposal.scene"), value: words.subCase(subCase) },
    { label: t("proposal.tlp"), value: `TLP:${event.tlp}` },
  ];
  return (
    <>
      <p className="lead">{t("proposal.lead", { name: formatName(loggedBy, locale) })}</p>
      <Facts facts={facts.filter((fact) => fact !== false)} className="my-4" />
      <ConfirmForm
        proposalId={proposalId}
        enrolments={enrolments}
        choices={choices}
        worded={worded}
        defaults={valuesOf(proposedRecord(proposal, enrolments))}
        action={confirmProposalAction}
      />
      <DeclineForm proposalId={proposalId} action={declineProposalAction} />
    </>
  );
}
