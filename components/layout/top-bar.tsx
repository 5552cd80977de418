import { LogLink } from "./log-link";
import { PersonMenu } from "./person-menu";
import { SearchForm } from "./search-form";
import type { ShellProps } from "./shell-props";
import { Wordmark } from "./wordmark";

export function TopBar({ organisationName, canLog, hasKeys, ...person }: ShellProps) {
  return (
    <header data-slot="top-bar" className="top">
      <Wordmark />
      <span className="org">{organisationName}</span>
      <SearchForm hasKeys={hasKeys} />
      {canLog && <LogLink hasKeys={hasKeys} />}
      <PersonMenu {...person} />
    </header>
  );
}
