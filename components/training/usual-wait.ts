import { amountOf, type PolicyValues } from "@/lib/domain/policy";
import { usualHours } from "@/lib/domain/queue";
import { formatDays, formatHours, type Locale } from "@/lib/platform/format";

/** Own verifications of the last 90 days; few of them say nothing, then the organisation's figure stands in. */
export type OwnWaits = { readonly decided: number; readonly medianHours: number | null };

/** 2日, 18時間: how long a verification usually takes, rounded up. Empty for who is not enrolled: nothing waits. */
export function usualWait(waits: OwnWaits, policy: PolicyValues | undefined, locale: Locale): string {
  if (!policy) return "";
  const none = { decided: 0, medianHours: null };
  const all = { record: waits, judgement: none, answer: none, signOff: none, countersign: none };
  const hours = usualHours("record", all, amountOf({ param: "platform.usualWaitDays" }, policy));
  return hours < 24 ? formatHours(Math.max(1, Math.ceil(hours)), locale) : formatDays(Math.ceil(hours / 24), locale);
}
