import { Tabs } from "@/components/ui/tabs";
import { useTranslations } from "@/lib/platform/words";

const PLACES = { drills: "/drills", events: "/events", cases: "/drills/cases", waiting: "/drills/waiting" } as const;
const ORDER = ["drills", "events", "cases", "waiting"] as const;

/** Planning, what came of it, who has met what, and who waits: for mentors and managers. */
export function DrillTabs({ current }: { current: keyof typeof PLACES }) {
  const t = useTranslations("sharedEvents");
  const tabs = ORDER.map((place) => ({ href: PLACES[place], label: t(`tab.${place}`), current: place === current }));
  return <Tabs label={t("tabs")} tabs={tabs} className="my-4" />;
}
