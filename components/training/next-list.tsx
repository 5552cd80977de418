import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Quote } from "@/components/ui/quote";
import { SectionHeading } from "@/components/ui/section-heading";
import type { NextAction } from "@/lib/domain/next-action";
import { useTranslations } from "@/lib/platform/words";
import type { EnrolmentSeen, TrainingWords } from "./enrolment-seen";
import { type ActionSaid, sayAction } from "./say-action";
import type { UsualWait } from "./usual-wait";

type Props = {
  actions: readonly NextAction[];
  enrolments: readonly EnrolmentSeen[];
  worded: TrainingWords;
  usual: UsualWait;
};

/** 次にすること: in their order, each with one button; what was sent back is quoted in full. */
export function NextList({ actions, enrolments, worded, usual }: Props) {
  const t = useTranslations("training");
  const p = useTranslations("progress");
  const said = actions.flatMap((action) => {
    const enrolment = enrolments.find(({ training }) => training.ref.enrolmentId === action.enrolmentId);
    return enrolment ? [sayAction(action, { enrolment, worded, usual, t, p })] : [];
  });
  return (
    <section>
      <SectionHeading end={said.length > 0 && <span className="sub">{t("next.count", { count: said.length })}</span>}>
        {t("next.title")}
      </SectionHeading>
      {said.length === 0 ? (
        <p className="hint">{t("next.nothing")}</p>
      ) : (
        <ol className="next">
          {said.map((each, place) => (
            <Action key={each.key} said={each} place={place + 1} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Action({ said, place }: { said: ActionSaid; place: number }) {
  const t = useTranslations("training");
  return (
    <li>
      <span className="i" aria-hidden="true">
        {place}
      </span>
      <div>
        <p className="t">
          {said.title}
          {said.quote && <Badge state="back">{t("next.sentBack")}</Badge>}
        </p>
        <p className="why">{said.why}</p>
        {said.quote && (
          <Quote tone="back" by={said.quote.by}>
            {t("next.quote", { reason: said.quote.reason })}
          </Quote>
        )}
      </div>
      <div className="do">
        <LinkButton look={place === 1 ? "primary" : "plain"} href={said.href}>
          {said.button}
          <span className="vh"> {said.title}</span>
        </LinkButton>
      </div>
    </li>
  );
}
