import { tallyOf } from "@/components/training/training-map";
import { dayOf, formatDay, formatElapsed, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { RequestFrame } from "./request-frame";
import { SentBack } from "./sent-back";
import type { StepRow } from "./step-row";

type Props = { row: StepRow; frame: RequestFrame };

/** Who signed and when, since when it waits, what was sent back, or how much is there. */
export function StepDetail({ row, frame }: Props) {
  if (row.state.completion) return <Completed row={row} frame={frame} />;
  if (row.standing === "asked") return <Asked row={row} frame={frame} />;
  return (
    <>
      <Tally row={row} />
      <LastSentBack row={row} frame={frame} />
    </>
  );
}

function LastSentBack({ row: { latest }, frame }: Props) {
  const m = useTranslations("myRecords.signOff");
  if (latest?.outcome?.kind !== "sentBack") return null;
  const { by, on } = latest.outcome;
  if (by === null) return null;
  return (
    <>
      <p>{m("sentBackOn", { name: formatName(by, frame.locale), day: formatDay(on, frame.locale) })}</p>
      <SentBack request={latest} frame={frame} />
    </>
  );
}

function Completed({ row: { state, latest }, frame: { locale } }: Props) {
  const m = useTranslations("myRecords.signOff");
  const { completion } = state;
  if (!completion) return null;
  const name = formatName({ name: completion.personName, latinName: completion.personLatinName }, locale);
  const day = formatDay(completion.on, locale);
  const countersigner = state.state === "signedOff" ? latest?.signOff?.countersigner : null;
  return (
    <>
      <p>{m(state.state === "recognised" ? "recognisedBy" : "signedBy", { name, day })}</p>
      {countersigner && (
        <p>
          {m("countersignedBy", {
            name: formatName(countersigner, locale),
            day: formatDay(latest?.outcome?.on ?? completion.on, locale),
          })}
        </p>
      )}
    </>
  );
}

function Asked({ row: { enrolment }, frame: { locale, usual, now } }: Props) {
  const m = useTranslations("myRecords.signOff");
  const { openRequest, team, mentors } = enrolment.training;
  if (!openRequest) return null;
  const since = new Date(openRequest.requestedAt);
  const day = formatDay(dayOf(since, team.timeZone), locale, { today: enrolment.today });
  const mentor = mentors.find(({ id }) => id === openRequest.mentorId);
  return (
    <>
      <p>{m("waitsFor", { day, waited: formatElapsed(since, now, locale), usual: usual.signOff })}</p>
      {mentor && <p>{m("waitsForCountersign", { name: formatName(mentor, locale) })}</p>}
      {openRequest.note !== "" && <p className="hint wrap-anywhere">{m("yourNote", { note: openRequest.note })}</p>}
    </>
  );
}

function Tally({ row: { measured, standing, enrolment } }: { row: StepRow }) {
  const m = useTranslations("myRecords.signOff");
  if (!measured) return <p className="hint">{m("laterWhy")}</p>;
  const { met, all } = tallyOf(measured);
  const codes = new Set(measured.progress?.criteria.map(({ criterionCode }) => criterionCode) ?? []);
  const remarks = enrolment.training.remarks.filter(({ criterionCode }) => codes.has(criterionCode)).length;
  return (
    <>
      <p>{m(measured.topics ? "tallyTopics" : "tally", { met, all })}</p>
      {remarks > 0 && <p>{m("remarks", { count: remarks })}</p>}
      {standing === "askable" && <p className="hint">{m("ready")}</p>}
      {standing === "later" && <p className="hint">{m("laterWhy")}</p>}
    </>
  );
}
