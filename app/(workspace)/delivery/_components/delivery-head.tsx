import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { useTranslations } from "@/lib/platform/words";

const PAGES = { delivery: "/delivery", jobs: "/delivery/jobs" } as const;
const ORDER = ["delivery", "jobs"] as const;

export function DeliveryHead({ current }: { current: keyof typeof PAGES }) {
  const t = useTranslations("delivery");
  const tabs = ORDER.map((page) => ({ href: PAGES[page], label: t(`tabs.${page}`), current: page === current }));
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} />
      <Tabs label={t("tabs.label")} tabs={tabs} />
    </>
  );
}
