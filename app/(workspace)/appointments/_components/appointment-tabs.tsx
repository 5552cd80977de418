import { Tabs } from "@/components/ui/tabs";
import { useTranslations } from "@/lib/platform/words";

/** Who is appointed, and what that makes of each pool. */
export function AppointmentTabs({ current }: { current: "appointed" | "pools" }) {
  const t = useTranslations("mentoring.pools");
  return (
    <Tabs
      label={t("tabs")}
      tabs={[
        { href: "/appointments", label: t("appointed"), current: current === "appointed" },
        { href: "/appointments/pools", label: t("title"), current: current === "pools" },
      ]}
    />
  );
}
