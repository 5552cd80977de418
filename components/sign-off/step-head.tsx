import { useLocale } from "next-intl";
import { RebasedNote } from "@/components/rebasing/rebased-note";
import { waitText } from "@/components/reviews/queue-words";
import { RevocationNote } from "@/components/revocation/revocation-note";
import { isBlocked } from "@/components/training/enrolment-seen";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { formatDay, formatFacts, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { StepSheet } from "@/lib/sign-off/schema";

type Props = { sheet: StepSheet; place: string; now: Date };

/** Whose STEP, towards what, measured by which values; how long the request has waited. */
export function StepHead({ sheet, place, now }: Props) {
  const t = useTranslations("signOff");
  const locale = useLocale();
  const { trainee, measured } = sheet;
  const policy =
    measured.openedOn === null
      ? t("sub.policyToday")
      : t("sub.policyOn", { day: formatDay(measured.rebased?.on ?? measured.openedOn, locale) });
  const towards = t(`sub.towards.${measured.step}`);
  return (
    <>
      <PageHead
        title={formatName(trainee, locale)}
        aside={place}
        sub={formatFacts([towards, measured.step !== 0 && policy], locale)}
        actions={<RequestBadge sheet={sheet} now={now} />}
      />
      <RebasedNote measured={measured} locale={locale} />
      <RevocationNote
        step={measured.step}
        revocations={sheet.enrolment.training.revocations}
        state={stateOf(sheet)}
        isBlocked={isBlocked(sheet.enrolment, measured)}
        mayLift={sheet.reader.mayRevoke}
      />
    </>
  );
}

const stateOf = ({ enrolment, measured }: StepSheet) => enrolment.states.find(({ step }) => step === measured.step);

function RequestBadge({ sheet, now }: Omit<Props, "place">) {
  const t = useTranslations("signOff");
  const r = useTranslations("revocation");
  const s = useTranslations("signedStep");
  const locale = useLocale();
  const { requests, usualHours } = sheet;
  const state = stateOf(sheet);
  if (state?.completion) {
    const day = formatDay(state.completion.on, locale);
    const { id, by } = state.completion;
    return (
      <>
        <Badge state="done">{t(state.state === "recognised" ? "recognised" : "signedOff", { day })}</Badge>{" "}
        {by === "signOff" && <Link href={`/sign-offs/${id}`}>{s("open")}</Link>}{" "}
        {sheet.reader.mayRevoke && <Link href={`/revocations/new/${id}`}>{r("open")}</Link>}
      </>
    );
  }
  const [latest] = requests;
  if (!latest || latest.outcome) return <Badge state="open">{t("noRequest")}</Badge>;
  const { signature, requested } = latest;
  const since = new Date((signature ?? requested).at);
  const waits = {
    wait: waitText((now.getTime() - since.getTime()) / 3_600_000, locale),
    usual: waitText(usualHours, locale),
  };
  return <Badge state="waiting">{t(signature ? "waitedCountersign" : "waited", waits)}</Badge>;
}
