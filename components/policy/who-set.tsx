import { formatDay, formatInstant, formatName } from "@/lib/platform/format";
import { policyWords } from "./policy-words";

export type SettingSeen = {
  id: string;
  value: unknown;
  holdsFrom: string;
  reason: string;
  setAt: Date;
  setBy: { name: string; latinName: string } | null;
};

/** From which day a value holds, who set it when, and why. */
export async function WhoSet({ setting: { holdsFrom, setBy, setAt, reason } }: { setting: SettingSeen }) {
  const { t, locale } = await policyWords();
  return (
    <>
      {t("set", { day: formatDay(holdsFrom, locale) })}
      <span className="below">
        {setBy ? formatName(setBy, locale) : "–"} {formatInstant(setAt, locale)}
      </span>
      <span className="below">{reason}</span>
    </>
  );
}
