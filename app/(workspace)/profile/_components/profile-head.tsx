import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { useTranslations } from "@/lib/platform/words";

const PAGES = {
  profile: "/profile",
  password: "/profile/password",
  sessions: "/profile/sessions",
  held: "/profile/held",
  visits: "/profile/visits",
} as const;
type ProfilePage = keyof typeof PAGES;
const ORDER = ["profile", "password", "sessions", "held", "visits"] as const satisfies readonly ProfilePage[];

export function ProfileHead({ current, sub }: { current: ProfilePage; sub?: string }) {
  const t = useTranslations("profile");
  const tabs = ORDER.map((page) => ({ href: PAGES[page], label: t(`tabs.${page}`), current: page === current }));
  return (
    <>
      <PageHead title={t("title")} />
      <Tabs label={t("tabs.label")} tabs={tabs} />
      {sub !== undefined && <p className="mt-3 mb-4 max-w-180 text-ink-2">{sub}</p>}
    </>
  );
}
