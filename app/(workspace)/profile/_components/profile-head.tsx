import { useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";

const PAGES = {
  profile: "/profile",
  password: "/profile/password",
  sessions: "/profile/sessions",
  held: "/profile/held",
  visits: "/profile/visits",
} as const;
type ProfilePage = keyof typeof PAGES;
const ORDER = ["profile", "password", "sessions", "held", "visits"] as const satisfies readonly ProfilePage[];

export function ProfileHead({ current }: { current: ProfilePage }) {
  const t = useTranslations("profile");
  const tabs = ORDER.map((page) => ({ href: PAGES[page], label: t(`tabs.${page}`), current: page === current }));
  return (
    <>
      <PageHead title={t("title")} />
      <Tabs label={t("tabs.label")} tabs={tabs} />
    </>
  );
}
