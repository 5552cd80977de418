import { Badge, type BadgeState } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { formatDay, formatElapsed, formatList } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimSeen } from "@/lib/records/queries";
import { ClaimBack } from "./claim-back";
import { ClaimRemarks } from "./claim-remarks";
import { ClaimVerified } from "./claim-verified";
import { type ClaimState, claimStateOf, placeOf, type RecordFrame, type RecordSeen } from "./record-seen";

type Props = { record: RecordSeen; frame: RecordFrame };

/** Every criterion that the record was claimed for: how it stands, what a mentor confirmed and said. */
export function ClaimList({ record, frame }: Props) {
  const t = useTranslations("records.record");
  if (record.claims.length === 0) return <p className="hint mt-2">{t("noClaims")}</p>;
  return (
    <ul className="claim-list">
      {record.claims.map((claim) => (
        <li key={claim.claimId}>
          <ClaimHead claim={claim} corrected={record.corrected} frame={frame} />
          <ClaimVerified claim={claim} frame={frame} />
          <ClaimRemarks claim={claim} frame={frame} />
          <ClaimBack claim={claim} title={frame.words.title(claim.criterionCode)} />
        </li>
      ))}
    </ul>
  );
}

const BADGES: Record<ClaimState, BadgeState> = {
  waiting: "waiting",
  verified: "done",
  sentBack: "back",
  withdrawn: "open",
  frozen: "done",
};

type HeadProps = { claim: ClaimSeen; corrected: boolean; frame: RecordFrame };

function ClaimHead({ claim, corrected, frame }: HeadProps) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  const { words, locale, usual, now } = frame;
  const state = claimStateOf(claim);
  const isMoved = state === "withdrawn" && corrected;
  const waited = formatElapsed(new Date(claim.claimedAt), now, locale);
  const stateWords = state === "waiting" ? m("waited", { waited, usual: usual.record }) : t(`claimStates.${state}`);
  const parts = claim.parts.map((part) => words.part(claim.criterionCode, part));
  return (
    <>
      <div className="claim-head">
        <CriterionName claim={claim} frame={frame} />
        <Badge state={BADGES[state]}>{isMoved ? m("moved") : stateWords}</Badge>
      </div>
      <p className="small sub flex flex-wrap gap-x-4">
        <span>{t("claimedOn", { day: formatDay(claim.claimedOn, locale) })}</span>
        {parts.length > 0 && <span>{t("shown", { parts: formatList(parts, locale) })}</span>}
      </p>
    </>
  );
}

function CriterionName({ claim, frame }: Pick<HeadProps, "claim" | "frame">) {
  const t = useTranslations("records.record");
  const m = useTranslations("myRecords.record");
  const place = placeOf(claim, frame);
  const title = frame.words.title(claim.criterionCode);
  if (!place || place.roleGroupCode === null) {
    return (
      <h3>
        {title} <Tag>{t("otherEnrolment")}</Tag>
      </h3>
    );
  }
  const group = frame.words.roleGroup(place.roleGroupCode).shortName;
  return (
    <h3>
      <Link href={`/my-training/${place.enrolmentId}/${place.step}#${claim.criterionCode}`}>{title}</Link>{" "}
      <Tag>{m("place", { group, step: place.step })}</Tag>
    </h3>
  );
}
