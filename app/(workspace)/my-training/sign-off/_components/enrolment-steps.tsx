import { groupName } from "@/components/training/enrolment-seen";
import { stepName } from "@/components/training/step-name";
import { Badge, type BadgeState } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { useTranslations } from "@/lib/platform/words";
import type { EnrolmentView, OwnRequest } from "@/lib/training/queries";
import type { RequestFrame } from "./request-frame";
import { StepAct } from "./step-act";
import { StepDetail } from "./step-detail";
import { type StepRow, type StepStanding, stepRows } from "./step-row";

type Props = { enrolment: EnrolmentView; requests: readonly OwnRequest[]; frame: RequestFrame };

/** The STEPs of one enrolment: how each stands, and what can be asked for or taken back. */
export function EnrolmentSteps({ enrolment, requests, frame }: Props) {
  const t = useTranslations("training");
  const m = useTranslations("myRecords.signOff");
  const group = groupName(enrolment, frame) ?? t("step.titleBasic");
  return (
    <section className="sec">
      <SectionHeading>{group}</SectionHeading>
      <LedgerTable
        caption={m("caption", { group })}
        rows={stepRows(enrolment, requests)}
        rowKey={({ state }) => String(state.step)}
        className="step-requests"
        columns={[
          {
            id: "step",
            head: t("signOff.columns.step"),
            isRowHead: true,
            cell: ({ state }) => stepName(state.step, enrolment, t),
          },
          { id: "state", head: t("signOff.columns.state"), cell: (row) => <Standing {...row} /> },
          {
            id: "detail",
            head: t("signOff.columns.detail"),
            cell: (row) => (
              <div>
                <StepDetail row={row} frame={frame} />
              </div>
            ),
          },
          {
            id: "act",
            head: t("signOff.columns.act"),
            cell: (row) => (
              <div>
                <StepAct row={row} />
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}

const BADGES: Record<StepStanding, BadgeState> = {
  signedOff: "done",
  recognised: "done",
  asked: "waiting",
  askable: "running",
  sentBack: "back",
  lacking: "open",
  later: "open",
};

function Standing({ standing }: StepRow) {
  const t = useTranslations("training");
  const m = useTranslations("myRecords.signOff");
  const words: Record<StepStanding, string> = {
    signedOff: t("step.states.signedOff"),
    recognised: t("step.states.recognised"),
    asked: t("signOff.asked"),
    askable: t("signOff.askable"),
    sentBack: m("sentBack"),
    lacking: m("lacking"),
    later: m("later"),
  };
  return <Badge state={BADGES[standing]}>{words[standing]}</Badge>;
}
