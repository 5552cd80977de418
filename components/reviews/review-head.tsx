import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Tabs } from "@/components/ui/tabs";
import { countIn, QUEUE_TABS, type QueueTab } from "@/lib/domain/queue";
import { factDot } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { Queue } from "@/lib/queue/schema";
import { waitText } from "./queue-words";

type Props = { queue: Queue; tab: QueueTab; className?: string };

const strong = { b: (chunks: ReactNode) => <b className="n">{chunks}</b> };

/** How much waits, the longest and the usual wait, and the kinds. */
export function ReviewHead({ queue, tab, className = "" }: Props) {
  const t = useTranslations("reviews");
  return (
    <div className={`rev-h ${className}`}>
      <h1>{t("title")}</h1>
      <p className="sum">
        <Summary queue={queue} />
      </p>
      <Tabs
        label={t("tabsLabel")}
        tabs={QUEUE_TABS.map((each) => ({
          href: each === "all" ? "/reviews" : `/reviews?tab=${each}`,
          label: `${t(`tabs.${each}`)} ${countIn(each, queue.counts)}`,
          current: each === tab,
        }))}
      />
    </div>
  );
}

function Summary({ queue }: { queue: Queue }) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const { longestHours, usualHours, counts } = queue;
  if (longestHours === null) return t("nothingWaits");
  return (
    <>
      <span className="nw">{t.rich("summary", { ...strong, count: countIn("all", counts) })}</span>
      {factDot(locale)}
      <span className="nw">{t.rich("longest", { ...strong, wait: waitText(longestHours, locale) })}</span>
      {factDot(locale)}
      <span className="nw">{t.rich("usual", { ...strong, wait: waitText(usualHours, locale) })}</span>
    </>
  );
}
