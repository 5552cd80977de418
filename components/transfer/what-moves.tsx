import { Facts } from "@/components/ui/facts";
import { SectionHeading } from "@/components/ui/section-heading";
import { useTranslations } from "@/lib/platform/words";
import type { WaitingCounts } from "@/lib/transfer/schema";

/** What goes to the new pool, what ends, and who will read it. */
export function WhatMoves({ waiting }: { waiting: WaitingCounts }) {
  const t = useTranslations("transfer");
  const { records, judgements, requests, holds } = waiting;
  return (
    <section className="sec">
      <SectionHeading>{t("happens")}</SectionHeading>
      <Facts
        facts={[
          { label: t("pool"), value: t("poolText", { records, judgements, requests }) },
          { label: t("holds"), value: holds > 0 ? t("holdsText", { count: holds }) : t("holdsNone") },
          { label: t("readers"), value: t("readersText") },
        ]}
      />
    </section>
  );
}
