import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { useTranslations } from "@/lib/platform/words";
import type { RecordFilter } from "@/lib/records/schema";

/** Nothing logged yet, or nothing that fits: what to do about it. */
export function NoRecords({ filter: { kind, state, search, page } }: { filter: RecordFilter }) {
  const t = useTranslations("records.list");
  const m = useTranslations("myRecords.list");
  const isNarrowed = kind !== null || state !== null || search !== "" || page > 1;
  const [title, why, action] = isNarrowed
    ? [t("noneTitle"), t("noneWhy"), { href: "/my-training/records", label: t("clear") }]
    : [t("emptyTitle"), t("emptyWhy"), { href: "/my-training/records/new", label: m("log") }];
  return (
    <EmptyState level={2} title={title} action={<LinkButton href={action.href}>{action.label}</LinkButton>}>
      {why}
    </EmptyState>
  );
}
