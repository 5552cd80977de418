import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { AddMembership } from "./add-membership";
import { EndsWith } from "./ends-with";
import type { HeldByPerson, RoleGroupNames } from "./held-names";
import { teamName, type teamOptions } from "./team-options";

type Membership = {
  readonly id: string;
  readonly team: { readonly nameJa: string; readonly nameEn: string };
  readonly isMain: boolean;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly ending: HeldByPerson & { readonly isLast: boolean };
};
/** Absent for who may only read. */
type Changes = {
  add: FormAction;
  end: FormAction;
  onceKey: string;
  teams: Parameters<typeof teamOptions>[0];
  roleGroupNames: RoleGroupNames;
};
type Props = { personId: string; memberships: readonly Membership[]; today: string; changes: Changes | null };

export function MembershipSection({ personId, memberships, today, changes }: Props) {
  const t = useTranslations("people.memberships");
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      {memberships.length === 0 ? (
        <p className="mt-3">{t("empty")}</p>
      ) : (
        <MembershipTable memberships={memberships} today={today} changes={changes} />
      )}
      {changes && <AddMembership personId={personId} today={today} {...changes} />}
    </section>
  );
}

type TableProps = Pick<Props, "memberships" | "today" | "changes">;

function MembershipTable({ memberships, today, changes }: TableProps) {
  const t = useTranslations("people.memberships");
  const locale = useLocale();
  const isOver = ({ toOn }: Membership) => toOn !== null && toOn < today;
  return (
    <LedgerTable
      caption={t("caption")}
      rows={memberships}
      rowKey={({ id }) => id}
      columns={[
        { id: "team", head: t("team"), isRowHead: true, cell: ({ team }) => teamName(team, locale) },
        { id: "kind", head: t("kind"), cell: ({ isMain }) => t(`kinds.${isMain ? "main" : "additional"}`) },
        { id: "from", head: t("from"), cell: ({ fromOn }) => formatDay(fromOn, locale) },
        { id: "to", head: t("to"), cell: ({ toOn }) => (toOn === null ? t("open") : formatDay(toOn, locale)) },
        ...(changes === null
          ? []
          : [
              {
                id: "action",
                head: t("action"),
                cell: (membership: Membership) =>
                  isOver(membership) ? "" : <EndMembership membership={membership} today={today} {...changes} />,
              },
            ]),
      ]}
    />
  );
}

type EndProps = Pick<Changes, "end" | "roleGroupNames"> & { membership: Membership; today: string };

function EndMembership({ membership, today, end, roleGroupNames }: EndProps) {
  const t = useTranslations("people.memberships");
  const { id, team, toOn, ending } = membership;
  return (
    <Disclosure summary={<span title={t("endOf", { team: teamName(team, useLocale()) })}>{t("end")}</span>}>
      <Form action={end}>
        <HiddenField name="membershipId" value={id} />
        <DateField name="toOn" label={t("endOn")} required defaultValue={toOn ?? today} />
        <EndsWith ending={ending} roleGroupNames={roleGroupNames} />
        <div className="form-foot">
          <SubmitButton look="refuse" size="small" pending={t("ending")}>
            {t("end")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
