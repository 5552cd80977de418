import { useLocale } from "next-intl";
import type { CompletionSeen } from "@/components/training/enrolment-seen";
import { Mark, type MarkKind } from "@/components/ui/mark";
import type { StepState } from "@/lib/domain/step";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { StepSheet } from "@/lib/sign-off/schema";

type Stage = {
  readonly key: string;
  readonly name: string;
  readonly mark: MarkKind;
  readonly said: string;
  readonly isCurrent: boolean;
};

const MARKS: Record<StepState["state"], MarkKind> = {
  signedOff: "done",
  recognised: "done",
  open: "now",
  later: "open",
};

/** ここまでの順: education, then the STEPs, each with how it was completed. */
export function WayHere({ sheet }: { sheet: StepSheet }) {
  const t = useTranslations("signOff.order");
  return (
    <section className="panel">
      <h2>{t("title")}</h2>
      <ul className="flow">
        {useStages(sheet).map(({ key, name, mark, said, isCurrent }) => (
          <li key={key} {...(isCurrent && { "aria-current": "step" as const })}>
            <Mark kind={mark} />
            <span className="b">{name}</span>
            <span className="small faint phrase">{said}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useStages({ enrolment, basic, measured }: StepSheet): Stage[] {
  const t = useTranslations("signOff.order");
  const say = useSaid();
  const { training, curriculum } = enrolment;
  const claimsOf = (step: number) =>
    training.facts.claims.filter(({ criterionCode }) => curriculum.criterion(criterionCode)?.step === step).length;
  const stageOf = (state: StepState<CompletionSeen>): Stage => {
    const openedOn = training.opened.find(({ step }) => step === state.step)?.openedOn ?? null;
    const ahead = state.state === "later" ? claimsOf(state.step) : 0;
    return {
      key: String(state.step),
      name: state.step === 0 ? t("common") : t(`step.${state.step}`),
      mark: state.completion && !state.counts ? "before" : MARKS[state.state],
      said: say({ state, openedOn: state.state === "open" ? openedOn : null, ahead }),
      isCurrent: state.step === measured.step,
    };
  };
  const isBasic = training.ref.roleGroupCode === null;
  const [first] = basic?.states ?? [];
  const education: Stage = {
    key: "basic",
    name: t("basic"),
    mark: first ? MARKS[first.state] : "notNeeded",
    said: first ? say({ state: first, openedOn: null, ahead: 0 }) : t("notSeen"),
    isCurrent: isBasic,
  };
  return isBasic ? [education] : [education, ...enrolment.states.map(stageOf)];
}

type Said = { readonly state: StepState<CompletionSeen>; readonly openedOn: string | null; readonly ahead: number };

/** When and by whom a stage was completed, since when it is open, or how much was recorded ahead of it. */
function useSaid() {
  const t = useTranslations("signOff.order");
  const locale = useLocale();
  const completed = ({ state }: Said["state"], { on, personName, personLatinName }: CompletionSeen) =>
    t(state === "recognised" ? "recognised" : "signedOff", {
      day: formatDay(on, locale),
      name: formatName({ name: personName, latinName: personLatinName }, locale),
    });
  const open = ({ openedOn, ahead }: Said) => {
    if (ahead > 0) return t("ahead", { count: ahead });
    return openedOn === null ? t("notYet") : t("opened", { day: formatDay(openedOn, locale) });
  };
  return (said: Said) => {
    const { completion, counts } = said.state;
    if (!completion) return open(said);
    return counts ? completed(said.state, completion) : `${completed(said.state, completion)} ${t("behindGap")}`;
  };
}
