import { mayAsk } from "@/components/training/enrolment-seen";
import type { StepState } from "@/lib/domain/step";
import type { EnrolmentView, OwnRequest } from "@/lib/training/queries";

type Completion = NonNullable<EnrolmentView["states"][number]["completion"]>;

/** One STEP of one enrolment as the page of requests shows it. */
export type StepRow = {
  readonly enrolment: EnrolmentView;
  readonly state: StepState<Completion>;
  /** Null for a STEP that is not open and holds no records yet. */
  readonly measured: EnrolmentView["measured"][number] | null;
  readonly latest: OwnRequest | null;
  readonly standing: StepStanding;
};
export type StepStanding = "signedOff" | "recognised" | "asked" | "askable" | "sentBack" | "lacking" | "later";

/** What has been asked comes before what may be; a send-back stands until everything is met again. */
function standingOf({ enrolment, state, measured, latest }: Omit<StepRow, "standing">): StepStanding {
  if (state.state === "signedOff" || state.state === "recognised") return state.state;
  if (enrolment.training.openRequest?.step === state.step) return "asked";
  if (measured && mayAsk(enrolment, measured)) return "askable";
  if (latest?.outcome?.kind === "sentBack") return "sentBack";
  return state.state === "open" ? "lacking" : "later";
}

export function stepRows(enrolment: EnrolmentView, requests: readonly OwnRequest[]): StepRow[] {
  const { enrolmentId } = enrolment.training.ref;
  return enrolment.states.map((state) => {
    const measured = enrolment.measured.find(({ step }) => step === state.step) ?? null;
    const latest = requests.find((each) => each.enrolmentId === enrolmentId && each.step === state.step) ?? null;
    const row = { enrolment, state, measured, latest };
    return { ...row, standing: standingOf(row) };
  });
}
