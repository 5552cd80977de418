import { stepName } from "@/components/training/step-name";
import { Badge, type BadgeState } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { type OwnRequest, REQUESTS_SHOWN } from "@/lib/training/queries";
import type { RequestFrame } from "./request-frame";
import { SentBack } from "./sent-back";

type Props = { requests: readonly OwnRequest[]; frame: RequestFrame };

/** Requests that were decided or taken back, the latest first. */
export function RequestHistory({ requests, frame }: Props) {
  const t = useTranslations("training.signOff");
  const m = useTranslations("myRecords.signOff");
  const decided = requests.filter(({ outcome }) => outcome !== null);
  return (
    <section className="sec">
      <SectionHeading note={requests.length === REQUESTS_SHOWN && m("more", { count: REQUESTS_SHOWN })}>
        {t("history")}
      </SectionHeading>
      {decided.length === 0 ? (
        <p className="hint mt-2">{t("noHistory")}</p>
      ) : (
        <LedgerTable
          caption={m("historyCaption")}
          rows={decided}
          rowKey={({ requestId }) => requestId}
          columns={[
            {
              id: "step",
              head: m("heads.step"),
              isRowHead: true,
              cell: (row) => <Place request={row} frame={frame} />,
            },
            { id: "asked", head: m("heads.asked"), cell: ({ askedOn }) => formatDay(askedOn, frame.locale) },
            {
              id: "outcome",
              head: m("heads.outcome"),
              cell: (row) => (
                <div>
                  <Outcome request={row} frame={frame} />
                </div>
              ),
            },
            {
              id: "said",
              head: m("heads.said"),
              cell: (row) => (
                <div>
                  <Said request={row} frame={frame} />
                </div>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

type RowProps = { request: OwnRequest; frame: RequestFrame };

function Place({ request: { roleGroupCode, step }, frame: { words } }: RowProps) {
  const t = useTranslations("training");
  const group = roleGroupCode === null ? null : words.roleGroup(roleGroupCode).name;
  const name = stepName(step, { training: { ref: { roleGroupCode } } }, t);
  return group === null ? name : t("step.pageTitle", { group, step: name });
}

const BADGES: Record<NonNullable<OwnRequest["outcome"]>["kind"], BadgeState> = {
  signedOff: "done",
  sentBack: "back",
  withdrawn: "open",
};

function Outcome({ request: { outcome, signOff }, frame: { locale } }: RowProps) {
  const t = useTranslations("training.signOff");
  const m = useTranslations("myRecords.signOff");
  if (!outcome) return null;
  const by = signOff?.mentor ?? outcome.by;
  const name = by === null ? t("lastDayOver") : formatName(by, locale);
  const values = { outcome: t(`outcomes.${outcome.kind}`), day: formatDay(outcome.on, locale), name };
  return (
    <>
      <Badge state={BADGES[outcome.kind]}>{t("outcomeOn", values)}</Badge>
      {signOff?.countersigner && (
        <p>{m("countersignedBy", { name: formatName(signOff.countersigner, locale), day: values.day })}</p>
      )}
      {signOff?.revoked && (
        <p>
          <Badge state="back">{m("revoked")}</Badge>
        </p>
      )}
    </>
  );
}

function Said({ request, frame }: RowProps) {
  const m = useTranslations("myRecords.signOff");
  const { note, outcome } = request;
  return (
    <>
      {note !== "" && <p className="hint wrap-anywhere">{m("yourNote", { note })}</p>}
      {outcome?.kind === "sentBack" && <SentBack request={request} frame={frame} />}
      {outcome?.kind === "signedOff" && outcome.comment !== "" && <p className="wrap-anywhere">{outcome.comment}</p>}
    </>
  );
}
