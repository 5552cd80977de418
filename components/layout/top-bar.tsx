import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { PersonMenu } from "./person-menu";
import { SearchForm } from "./search-form";
import type { ShellProps } from "./shell-props";
import { Wordmark } from "./wordmark";

export function TopBar({ organisationName, canLog, hasKeys, ...person }: ShellProps) {
  const t = useTranslations("shell");
  return (
    <header data-slot="top-bar" className="top">
      <Wordmark />
      <span className="org">{organisationName}</span>
      <SearchForm hasKeys={hasKeys} />
      {canLog && (
        <LinkButton
          size="small"
          href="/my-training/records/new"
          data-key="n"
          aria-keyshortcuts={hasKeys ? "n" : undefined}
        >
          {t("log")}
          {hasKeys && <Kbd aria-hidden>N</Kbd>}
        </LinkButton>
      )}
      <PersonMenu {...person} />
    </header>
  );
}
