import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { HeldCount, HeldKind } from "@/lib/profile/queries";

/** Where the reader sees each kind in full; the rest is in the file. */
const PLACES: Partial<
  Record<HeldKind, "profile" | "sessions" | "visits" | "records" | "training" | "signOff" | "notices">
> = {
  person: "profile",
  memberships: "profile",
  sessions: "sessions",
  visits: "visits",
  records: "records",
  evidence: "records",
  claims: "records",
  verifications: "records",
  enrolments: "training",
  stepsOpened: "training",
  remarks: "training",
  attestations: "training",
  judgementRequests: "training",
  tasksDone: "training",
  targetDates: "training",
  signOffRequests: "signOff",
  mentorSignatures: "signOff",
  requestOutcomes: "signOff",
  signOffs: "training",
  standings: "training",
  recognitions: "training",
  notices: "notices",
};
const HREFS = {
  profile: "/profile",
  sessions: "/profile/sessions",
  visits: "/profile/visits",
  records: "/my-training/records",
  training: "/my-training",
  signOff: "/my-training/sign-off",
  notices: "/notices",
} as const;

type Props = { held: readonly HeldCount[]; isTrainee: boolean };

export function HeldTable({ held, isTrainee }: Props) {
  const t = useTranslations("profile");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("held.caption")}
      rows={held}
      rowKey={({ kind }) => kind}
      columns={[
        { id: "kind", head: t("held.kind"), isRowHead: true, cell: ({ kind }) => t(`held.kinds.${kind}`) },
        { id: "count", head: t("held.count"), isNumber: true, cell: ({ count }) => formatNumber(count, locale) },
        { id: "see", head: t("held.see"), cell: ({ kind }) => <Place kind={kind} isTrainee={isTrainee} /> },
      ]}
    />
  );
}

function Place({ kind, isTrainee }: { kind: HeldKind; isTrainee: boolean }) {
  const t = useTranslations("profile.held");
  const place = PLACES[kind];
  if (place === undefined) return t("inFile");
  const href = HREFS[place];
  return href.startsWith("/my-training") && !isTrainee ? t("inFile") : <Link href={href}>{t(`places.${place}`)}</Link>;
}
