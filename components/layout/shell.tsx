import type { ReactNode } from "react";
import { useTranslations } from "@/lib/platform/words";
import { KeysList } from "./keys-list";
import { MenuCloser } from "./menu-closer";
import { Navigation } from "./navigation";
import type { ShellProps } from "./shell-props";
import { SoftNavigation } from "./soft-navigation";
import { TabBar } from "./tab-bar";
import { TopBar } from "./top-bar";

/** What stands around every page of the workspace. */
export function Shell({ children, ...props }: ShellProps & { children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <TopBar {...props} />
      <div className="frame">
        <Navigation items={props.items} canLog={props.canLog} />
        <main className="main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <TabBar items={props.items} tabs={props.tabs} />
      <MenuCloser />
      <SoftNavigation />
      {props.hasKeys && <KeysList items={props.items} canLog={props.canLog} />}
    </>
  );
}
