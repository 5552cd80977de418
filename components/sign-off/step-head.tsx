import { useLocale } from "next-intl";
import { RebasedNote } from "@/components/rebasing/rebased-note";
import { waitText } from "@/components/reviews/queue-words";
import { Badge } from "@/components/ui/badge";
import { PageHead } from "@/components/ui/page-head";
import { formatDay, formatName } from "@/lib/platform/format";
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
        sub={measured.step === 0 ? towards : `${towards} ・ ${policy}`}
        actions={<RequestBadge sheet={sheet} now={now} />}
      />
      <RebasedNote measured={measured} locale={locale} />
    </>
  );
}

function RequestBadge({ sheet, now }: Omit<Props, "place">) {
  const t = useTranslations("signOff");
  const locale = useLocale();
  const { enrolment, measured, requests, usualHours } = sheet;
  const state = enrolment.states.find(({ step }) => step === measured.step);
  if (state?.completion) {
    const day = formatDay(state.completion.on, locale);
    return <Badge state="done">{t(state.state === "recognised" ? "recognised" : "signedOff", { day })}</Badge>;
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
