import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { AuditFilter } from "@/lib/audit/schema";
import type { AuditEntry, NamedPerson } from "@/lib/domain/audit-entry";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";
import { AuditSearch } from "./audit-search";
import { EventTable } from "./event-table";
import { ProofButton } from "./proof-button";

type Props = {
  filter: AuditFilter;
  entries: readonly AuditEntry[];
  older: number | null;
  person: NamedPerson | null;
  roleGroup: (code: RoleGroupCode) => string;
};

/** The search, what it found, and the way on. */
export function EventsFound({ filter, entries, older, person, roleGroup }: Props) {
  const t = useTranslations("audit");
  const [first, last] = [entries[0], entries.at(-1)];
  return (
    <>
      <AuditSearch filter={filter} />
      {person && <ProofButton person={person} />}
      {first && last ? (
        <>
          <p className="small sub mb-2">{t("noTexts")}</p>
          <EventTable entries={entries} roleGroup={roleGroup} />
          <Pagination
            label={t("list.pages")}
            range={t("list.range", { from: first.seq, to: last.seq })}
            {...(filter.before !== null && { previous: { href: hrefOf(filter, null), label: t("list.newest") } })}
            {...(older !== null && { next: { href: hrefOf(filter, older), label: t("list.older") } })}
          />
        </>
      ) : (
        <EmptyState
          level={2}
          title={t("list.empty")}
          action={<LinkButton href="/audit">{t("filter.clear")}</LinkButton>}
        >
          {t("list.emptyWhy")}
        </EmptyState>
      )}
    </>
  );
}

const hrefOf = (filter: AuditFilter, before: number | null) => {
  const asked = Object.entries({ ...filter, before }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? "/audit" : `/audit?${new URLSearchParams(asked)}`;
};
