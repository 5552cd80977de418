import { useLocale } from "next-intl";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RequestView, StepSheet } from "@/lib/sign-off/schema";

type Moment = { readonly at: string; readonly said: string; readonly comment: string; readonly mark?: string };

/** この依頼: from asking to the decision; earlier requests below. */
export function RequestTimeline({ sheet: { requests, enrolment } }: { sheet: StepSheet }) {
  const t = useTranslations("signOff.request");
  const [latest, ...earlier] = requests;
  const frame = { zone: enrolment.training.team.timeZone, today: enrolment.today };
  return (
    <section className="panel">
      <h2>{t("title")}</h2>
      {latest ? <Moments requests={[latest]} {...frame} /> : <p className="small sub phrase">{t("none")}</p>}
      {earlier.length > 0 && (
        <>
          <h3>{t("earlier")}</h3>
          <Moments requests={[...earlier].reverse()} {...frame} />
        </>
      )}
    </section>
  );
}

function Moments({ requests, zone, today }: { requests: readonly RequestView[]; zone: string; today: string }) {
  const locale = useLocale();
  const momentsOf = useMoments();
  return (
    <ol className="tline">
      {requests.flatMap(momentsOf).map(({ at, said, comment, mark }) => (
        <li key={`${at} ${said}`}>
          <time dateTime={at}>{formatInstant(new Date(at), locale, { zone, today })}</time>
          <span>
            {said}
            {mark && <span className="sub block">{mark}</span>}
            {comment !== "" && <span className="sub block whitespace-pre-line">{comment}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function useMoments() {
  const t = useTranslations("signOff.request");
  const locale = useLocale();
  return ({ requested, note, signature, outcome }: RequestView): Moment[] => {
    const said = (key: Parameters<typeof t>[0], { by }: RequestView["requested"]) =>
      t(key, { name: formatName(by, locale) });
    const end = (key: Parameters<typeof t>[0], { by, at }: NonNullable<RequestView["outcome"]>) =>
      by === null ? t("endedByDay") : said(key, { by, at });
    const mark = outcome?.byReviewer ? { mark: t("byReviewer") } : {};
    const ending = outcome?.kind === "signedOff" && signature ? "countersigned" : outcome?.kind;
    return [
      { at: requested.at, said: said("asked", requested), comment: note },
      ...(signature ? [{ at: signature.at, said: said("signed", signature), comment: signature.comment }] : []),
      ...(outcome && ending ? [{ at: outcome.at, said: end(ending, outcome), comment: outcome.comment, ...mark }] : []),
    ];
  };
}
